using System.Text.RegularExpressions;
using System.Xml.Linq;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading.Solving;

namespace RnnGrader.Tests.Laws;

/// <summary>What holds for the hints and the worked solution of every exercise.</summary>
public sealed partial class SolvingLaws
{
    private const int Sheets = 60;

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void Every_step_of_a_solution_has_the_value_of_the_cell(string slug)
    {
        foreach (var sheet in Drawn.Of(slug).Take(Sheets))
        {
            foreach (var (blank, cell) in Solutions.Of(sheet).SelectMany(blank => blank.Cells.Select(cell => (blank, cell))))
            {
                var value = blank.Kind == BlankKind.Size ? null : sheet.Reference[sheet.Find(blank.Name)!.Name.Slot][cell.Row, cell.Column].ToString();
                Assert.Equal(value ?? cell.Value.Text, cell.Value.Text);
                Assert.NotEmpty(cell.Words);
                foreach (var step in cell.Steps.Where(step => blank.Kind != BlankKind.Size && !step.StartsWith(Lookup.Word, StringComparison.Ordinal)))
                {
                    Assert.True(FormulaParser.TryParse(step, new Dictionary<string, Name>(), out var formula, out var problem), $"{step}: {problem}");
                    Assert.Equal(value, formula.Evaluate(Valuation.Empty)[0].ToString());
                }
            }
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void A_solution_scores_1(string slug)
    {
        foreach (var sheet in Drawn.Of(slug).Take(Sheets))
        {
            var texts = Solutions.Of(sheet).ToDictionary(
                blank => blank.Name,
                blank => blank.Components?.ToArray() ?? blank.Values!.SelectMany(row => row).Select(value => (string?)value.Text).ToArray());
            Assert.Equal(1, Answering.Grade(sheet, texts!).Score);
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void A_solution_says_its_formula_in_MathML(string slug)
    {
        foreach (var blank in Drawn.Of(slug).Take(Sheets).SelectMany(Solutions.Of).Where(blank => blank.Kind is BlankKind.Numbers or BlankKind.Number))
        {
            Assert.Equal("math", XDocument.Parse(blank.MathMl!).Root!.Name.LocalName);
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void Every_cell_has_three_hints_and_no_other(string slug)
    {
        foreach (var sheet in Drawn.Of(slug).Take(Sheets))
        {
            foreach (var blank in sheet.Blanks)
            {
                var (rows, columns) = (Math.Max(1, blank.Rows), Math.Max(1, blank.Columns));
                for (var level = 1; level <= Hints.Levels; level++)
                {
                    Assert.NotEmpty(Hints.Of(sheet, blank.Name, rows - 1, columns - 1, level)!.Text);
                    Assert.Null(Hints.Of(sheet, blank.Name, rows, 0, level));
                    Assert.Null(Hints.Of(sheet, blank.Name, 0, columns, level));
                }
            }

            Assert.Null(Hints.Of(sheet, "nothing", 0, 0, 1));
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void A_hint_shows_no_number_but_those_that_are_given(string slug)
    {
        foreach (var sheet in Drawn.Of(slug).Take(Sheets).Where(sheet => sheet.Difference is null))
        {
            var given = sheet.Quantities.Where(quantity => quantity is { Given: not null, IsHidden: false }).SelectMany(quantity => quantity.Given!.Cells.ToArray()).Select(cell => cell.ToString().TrimStart('-')).ToHashSet();
            foreach (var quantity in sheet.Quantities.Where(quantity => quantity is { IsBlank: true, Definition: not SizeOf and not ParameterCount and not Sum { Operands: [ParameterCount, ..] } }))
            {
                given.UnionWith(quantity.Definition!.Everything().OfType<Rounding>().Select(rounding => $"{rounding.Places}"));
                for (var row = 0; row < quantity.Shape.Rows; row++)
                {
                    for (var level = 2; level <= Hints.Levels; level++)
                    {
                        var hint = Hints.Of(sheet, quantity.Name.Text, row, 0, level)!.Text;
                        Assert.All(FreeNumber().Matches(hint[(hint.IndexOf('=', StringComparison.Ordinal) + 1)..]), number => Assert.Contains(number.Value, given));
                    }
                }
            }
        }
    }

    [Fact]
    public void A_later_cells_hint_writes_the_earlier_ones_by_name()
    {
        var hint = Hints.Of(RnnGrader.Tests.Sheets.Layer(), "y", 0, 0, 3)!;
        Assert.Equal("y = 2·h[0] + 1·h[1]", hint.Text);
        Assert.Equal("h[1] = ReLU(0·1 + 2·3 − 9)", Hints.Of(RnnGrader.Tests.Sheets.Layer(), "h", 1, 0, 3)!.Text);
        Assert.Equal("h[1] = ReLU(0·_ + 2·_ − _)", Hints.Of(RnnGrader.Tests.Sheets.Layer(), "h", 1, 0, 2)!.Text);
        Assert.Equal("h = ReLU(W · a + b)", Hints.Of(RnnGrader.Tests.Sheets.Layer(), "h", 1, 0, 1)!.Text);
    }

    [Fact]
    public void A_cell_is_worked_out_term_by_term()
    {
        var cell = Solutions.Of(RnnGrader.Tests.Sheets.Layer())[0].Cells[1];
        Assert.Equal(["ReLU(0·1 + 2·3 − 9)", "ReLU(0 + 6 − 9)", "ReLU(−3)", "0"], cell.Steps);
        Assert.Equal("W · a is 0·1 + 2·3 = 6. b is −9. Together −3. ReLU makes a negative number 0.", cell.Words);
    }

    [Fact]
    public void An_MLP_has_no_state_so_the_state_and_its_matrix_go() =>
        Assert.Equal("The MLP has no h_0, so it goes with every link into or out of it, all of W_hh.", Solutions.Of(Drawn.Of("rnn-to-mlp")[0])[0].Words);

    [Fact]
    public void A_size_follows_from_where_the_tensor_stands()
    {
        var solved = Solutions.Of(RnnGrader.Tests.Sheets.Sizes());
        Assert.Equal("W leads from x to h: it has as many rows as h, and as many columns as x has rows. So W is 4 × 3.", solved[0].Words);
        Assert.Equal("b is added to make h: it has as many rows as h, and one column. So b is 4 × 1.", solved[1].Words);
        Assert.Equal(["4·3 + 4·1", "12 + 4", "16"], solved[2].Cells[0].Steps);
    }

    // Numbers that are neither an index, h_1[2], nor part of a name.
    [GeneratedRegex(@"(?<![\w\[,{])\d+(\.\d+)?(?![\w\]])")]
    private static partial Regex FreeNumber();
}
