using CsCheck;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises;

namespace RnnGrader.Tests.Laws;

/// <summary>The workbook's 'What an instance must be like', over every exercise.</summary>
public sealed class DrawingLaws
{
    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void Weights_states_and_outputs_stay_small(string slug)
    {
        foreach (var quantity in Drawn.Of(slug).SelectMany(sheet => Computable(sheet).Select(quantity => (quantity.Role, Value: sheet.Reference[quantity.Name.Slot]))))
        {
            var (least, most) = quantity.Role switch
            {
                Role.Weight or Role.RecurrentWeight or Role.Bias => (-3, 3),
                Role.State or Role.Input => (0, 99),
                Role.Output => (-99, 99),
                _ => (-9999, 9999),
            };
            Assert.All(quantity.Value.Cells.ToArray(), cell => Assert.True(cell >= least && cell <= most, $"{quantity.Role} has {cell}"));
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void A_cell_has_at_most_six_terms_that_are_not_zero(string slug)
    {
        foreach (var sheet in Drawn.Of(slug))
        {
            foreach (var blank in Computable(sheet).Where(quantity => quantity is { IsBlank: true, Role: Role.State or Role.Output or Role.Probability or Role.Gradient }))
            {
                for (var row = 0; row < blank.Shape.Rows; row++)
                {
                    Assert.InRange(Effort.OfCell(sheet, blank, row, 0), 0, 6);
                }
            }
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void No_input_and_no_computed_vector_is_all_zero(string slug)
    {
        foreach (var sheet in Drawn.Of(slug))
        {
            foreach (var quantity in Computable(sheet).Where(quantity => quantity.Role == Role.Input || quantity.Definition is not null))
            {
                Assert.Contains(sheet.Reference[quantity.Name.Slot].Cells.ToArray(), cell => !cell.IsZero);
            }
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void Most_instances_with_ReLU_clip_a_unit_and_some_instances_without_it_go_below_zero(string slug)
    {
        var sheets = Drawn.Of(slug);
        if (Blanks(sheets[0]).Any(blank => blank.Definition is Activation { Kind: ActivationKind.ReLU }))
        {
            Assert.InRange(sheets.Count(sheet => Blanks(sheet).Any(blank => Clips(sheet, blank))), Drawn.Seeds / 2, Drawn.Seeds);
        }

        if (Blanks(sheets[0]).Any(blank => blank is { Role: Role.Output, Definition: not Activation }))
        {
            Assert.Contains(sheets, sheet => Blanks(sheet).Where(blank => blank.Role == Role.Output).SelectMany(blank => sheet.Reference[blank.Name.Slot].Cells.ToArray()).Any(cell => cell.IsNegative));
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void The_effort_stays_near_the_usual_at_every_difficulty(string slug)
    {
        var exercise = Catalogue.Find(slug)!;
        foreach (var difficulty in Parameter.Difficulty.Choices!)
        {
            var efforts = Enumerable.Range(0, 200).Select(seed => Effort.Of(exercise.Draw((ulong)seed, Given(exercise, $$"""{"difficulty":"{{difficulty}}"}""")))).Order().ToArray();
            Assert.InRange(efforts[0], efforts[100] * 0.85, efforts[100]);
            Assert.InRange(efforts[^1], efforts[100], efforts[100] * 1.15);
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void Students_get_different_numbers_as_far_as_the_range_allows(string slug)
    {
        var different = Drawn.Of(slug).Take(200).Select(WorksheetJson.Write).Distinct().Count();
        var isComputed = Blanks(Drawn.Of(slug)[0]).Any(blank => blank.Shape.Kind == ShapeKind.Matrix);
        Assert.InRange(different, isComputed ? 190 : 6, 200);
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void Every_bound_of_every_parameter_can_be_drawn(string slug)
    {
        var exercise = Catalogue.Find(slug)!;
        foreach (var parameter in exercise.Parameters)
        {
            var values = parameter.Choices?.Select(choice => $"\"{choice}\"") ?? [$"{parameter.Minimum}", $"{parameter.Maximum}"];
            foreach (var sheet in values.SelectMany(value => Enumerable.Range(0, 5).Select(seed => exercise.Draw((ulong)seed, Given(exercise, $$"""{"{{parameter.Name}}":{{value}}}""")))))
            {
                Assert.Equal(1, Answering.Grade(sheet, Answering.Reference(sheet)).Score);
            }
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void Any_parameters_within_their_bounds_can_be_drawn_together(string slug)
    {
        var exercise = Catalogue.Find(slug)!;
        Gen.Int[0, 1_000_000].Array[exercise.Parameters.Count + 1].Sample(
            choices =>
            {
                var given = exercise.Parameters.Select((parameter, i) => $"\"{parameter.Name}\": {Value(parameter, choices[i])}");
                var problems = new RnnGrader.Engine.Problems();
                if (Settings.Read(exercise, System.Text.Json.JsonDocument.Parse($"{{{string.Join(", ", given)}}}").RootElement, problems) is not { } settings)
                {
                    // Settings that exclude each other are said to, in one sentence.
                    Assert.Equal(["parameters"], problems.ByPath.Keys);
                    return;
                }

                var sheet = exercise.Draw((ulong)choices[^1], settings);
                Assert.Equal(1, Answering.Grade(sheet, Answering.Reference(sheet)).Score);
            },
            iter: 150,
            threads: 1);
    }

    private static string Value(Parameter parameter, int choice) => parameter.Choices is { } choices
        ? $"\"{choices[choice % choices.Count]}\""
        : $"{parameter.Minimum + (choice % (parameter.Maximum - parameter.Minimum + 1))}";

    private static Settings Given(Exercise exercise, string json)
    {
        var problems = new RnnGrader.Engine.Problems();
        var settings = Settings.Read(exercise, System.Text.Json.JsonDocument.Parse(json).RootElement, problems);
        Assert.Empty(problems.ByPath);
        return settings!;
    }

    private static IEnumerable<Quantity> Computable(Worksheet sheet) => sheet.Quantities.Where(quantity => !quantity.IsSymbolic && quantity.Shape.Kind == ShapeKind.Matrix);

    private static IEnumerable<Quantity> Blanks(Worksheet sheet) => sheet.Quantities.Where(quantity => quantity.IsBlank);

    private static bool Clips(Worksheet sheet, Quantity blank) =>
        blank.Definition is Activation { Kind: ActivationKind.ReLU } relu && relu.Operand.Evaluate(sheet.Reference).Cells.ToArray().Any(cell => cell.IsNegative);
}
