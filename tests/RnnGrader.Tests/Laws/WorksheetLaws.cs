using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises;

namespace RnnGrader.Tests.Laws;

/// <summary>What holds for every worksheet of every exercise.</summary>
public sealed class WorksheetLaws
{
    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void The_same_seed_draws_the_same_worksheet(string slug)
    {
        var exercise = Catalogue.Find(slug)!;
        for (var seed = 0; seed < Drawn.Seeds; seed++)
        {
            Assert.Equal(WorksheetJson.Write(Drawn.Of(slug)[seed]), WorksheetJson.Write(exercise.Draw((ulong)seed, Settings.Default(exercise))));
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void A_worksheet_survives_being_written_and_read(string slug)
    {
        foreach (var sheet in Drawn.Of(slug))
        {
            var json = WorksheetJson.Write(sheet);
            var read = WorksheetJson.Read(json);
            Assert.Equal(json, WorksheetJson.Write(read));
            Assert.Equal(sheet.Blanks, read.Blanks);
            Assert.Equal(sheet.PrintedFormulas, read.PrintedFormulas);
            Assert.Equal(sheet.Quantities.Select(quantity => quantity.Shape), read.Quantities.Select(quantity => quantity.Shape));
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void A_formula_survives_being_printed_and_read(string slug)
    {
        foreach (var sheet in Drawn.Of(slug).Take(20))
        {
            var names = sheet.Quantities.ToDictionary(quantity => quantity.Name.Text, quantity => quantity.Name);
            foreach (var quantity in sheet.Quantities.Where(quantity => quantity is { Definition: not null, IsSymbolic: false }))
            {
                Assert.True(FormulaParser.TryParse(quantity.Definition!.ToString(), names, out var read, out var problem), problem);
                Assert.Equal(quantity.Definition.ToString(), read.ToString());
                Assert.True(read.Evaluate(sheet.Reference).SameAs(sheet.Reference[quantity.Name.Slot]));
            }
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void The_terms_of_a_cell_add_up_to_its_value_before_the_last_functions(string slug)
    {
        foreach (var sheet in Drawn.Of(slug).Take(50))
        {
            foreach (var quantity in sheet.Quantities.Where(quantity => quantity is { IsBlank: true, Definition: not SizeOf and not Lookup }))
            {
                var core = quantity.Definition!.Core.Evaluate(sheet.Reference);
                for (var cell = 0; cell < core.Cells.Length; cell++)
                {
                    var terms = new List<Term>();
                    quantity.Definition.Core.Terms(sheet.Reference, cell / core.Columns, cell % core.Columns, false, terms);
                    Assert.Equal(core[cell], terms.Aggregate((RnnGrader.Engine.Numbers.Number)0, (sum, term) => sum + term.Value));
                }
            }
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void An_instance_shows_neither_the_sizes_nor_the_formulas_that_are_asked_for(string slug)
    {
        foreach (var sheet in Drawn.Of(slug))
        {
            Assert.DoesNotContain(sheet.VisibleGivens, given => given.IsBlank);
            Assert.DoesNotContain(sheet.PrintedFormulas, formula => formula.Contains("size", StringComparison.Ordinal) || formula.Contains("parameters", StringComparison.Ordinal));
        }
    }
}
