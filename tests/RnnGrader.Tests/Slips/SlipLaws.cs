using System.Text.RegularExpressions;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises;
using RnnGrader.Grading;
using RnnGrader.Tests.Laws;

namespace RnnGrader.Tests.Slips;

/// <summary>What holds of every slip in every exercise.</summary>
public sealed partial class SlipLaws
{
    private const int Seeds = 40;

    [Fact]
    public void Every_slip_has_a_name_of_its_own_and_words_for_the_student()
    {
        Assert.Equal(SlipLibrary.All.Count, SlipLibrary.All.Select(slip => slip.Name).Distinct().Count());
        Assert.All(SlipLibrary.All, slip =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)+$", slip.Name);
            Assert.EndsWith(".", slip.Advice, StringComparison.Ordinal);
            Assert.EndsWith("?", slip.Question, StringComparison.Ordinal);
            Assert.Same(slip, SlipLibrary.Find(slip.Name));
            Assert.Same(slip, SlipLibrary.All[slip.Index]);
        });
    }

    [Fact]
    public void Every_slip_can_be_made_in_some_exercise()
    {
        var made = Catalogue.All.SelectMany(exercise => Cases(exercise.Slug, 1)).Select(each => each.Variant.Slip).ToHashSet();
        Assert.Equal([], SlipLibrary.All.Except(made));
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void A_rewritten_formula_has_the_shape_of_its_blank(string slug)
    {
        foreach (var (sheet, blank, variant) in Cases(slug, Seeds))
        {
            Assert.Equal(blank.Shape, variant.Evaluate(sheet.Reference).Shape);
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void What_rewritten_formulas_have_in_common_is_worked_out_once_to_the_same_values(string slug)
    {
        foreach (var (sheet, _, variant) in Cases(slug, Seeds))
        {
            Assert.True(variant.Evaluate(sheet.Reference).SameAs(variant.Evaluate(SlipPlan.Of(sheet).Over(sheet.Reference))));
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void Worksheets_of_one_form_have_one_plan_and_others_do_not(string slug)
    {
        var sheet = Drawn.Of(slug)[0];
        Assert.Same(SlipPlan.Of(sheet), SlipPlan.Of(WorksheetJson.Read(WorksheetJson.Write(sheet))));
        var other = Catalogue.All.First(exercise => exercise.Slug != slug && !exercise.Slug.StartsWith(slug[..4], StringComparison.Ordinal));
        Assert.NotSame(SlipPlan.Of(sheet), SlipPlan.Of(Drawn.Of(other.Slug)[0]));
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void One_slip_costs_exactly_the_cells_in_which_it_was_made(string slug)
    {
        foreach (var (sheet, blank, variant) in Cases(slug, Seeds))
        {
            var student = new SlipStudent(sheet, blank, variant);
            foreach (var cell in student.Grade.Cells)
            {
                var made = cell.Blank == blank.Name.Text && student.Made.Contains((cell.Row!.Value * Math.Max(1, blank.Shape.Kind == ShapeKind.Size ? 1 : blank.Shape.Columns)) + cell.Column!.Value);
                var isFree = cell.Feedback?.StartsWith("Your own earlier values make every product", StringComparison.Ordinal) == true;
                Assert.Equal(made || isFree, cell.Verdict == Verdict.Wrong);
            }
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void The_slip_that_was_made_always_fits_so_that_no_other_is_named(string slug)
    {
        foreach (var (sheet, blank, variant) in Cases(slug, Seeds))
        {
            var student = new SlipStudent(sheet, blank, variant);
            if (student.Applies)
            {
                Assert.All(student.Grade.Cells, cell => Assert.True(cell.Slip is null || cell.Slip == variant.Slip.Name || HasTwoNames(sheet, blank, variant, cell.Slip), $"{variant.Slip.Name} was made, {cell.Slip} was named"));
                Assert.True(student.Grade.FirstDivergence is null == (student.Made.Length == 0));
            }
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void Feedback_says_no_number_that_the_student_could_not_see(string slug)
    {
        foreach (var (sheet, blank, variant) in Cases(slug, Seeds))
        {
            var student = new SlipStudent(sheet, blank, variant);
            var seen = sheet.Quantities.Where(quantity => quantity.Given is not null).SelectMany(quantity => quantity.Given!.Cells.ToArray().Select(cell => cell.ToString()))
                .Concat(student.Texts.SelectMany(text => text.Split('x')))
                .Concat(Enumerable.Range(0, blank.Shape.Rows + 1).Select(row => $"{row}"))
                .Select(number => number.TrimStart('-')).ToHashSet();
            foreach (var feedback in student.Grade.Cells.Select(cell => cell.Feedback).OfType<string>())
            {
                Assert.All(Numbers().Matches(Names().Replace(feedback, "")), number => Assert.Contains(number.Value, seen));
            }
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void Feedback_does_not_say_whose_answer_a_wrong_value_would_be(string slug)
    {
        foreach (var (sheet, blank, variant) in Cases(slug, Seeds))
        {
            var others = sheet.Quantities.Where(quantity => quantity.IsBlank && quantity != blank).Select(quantity => quantity.Definition is SizeOf size ? size.Tensor.Text : quantity.Name.Text).ToList();
            foreach (var cell in new SlipStudent(sheet, blank, variant).Grade.Cells.Where(cell => (cell.Slip ?? cell.Suggestion) is "wrong-layer" or "row-shifted"))
            {
                Assert.DoesNotContain('[', cell.Feedback!);
                Assert.DoesNotContain(others, other => Names().Matches(cell.Feedback!).Any(name => name.Value == other));
            }
        }
    }

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void A_suggestion_is_a_question_and_a_name_is_none(string slug)
    {
        foreach (var (sheet, blank, variant) in Cases(slug, Seeds))
        {
            foreach (var cell in new SlipStudent(sheet, blank, variant).Grade.Cells)
            {
                Assert.Equal(cell.Suggestion is not null, cell.Feedback?.EndsWith('?') == true);
                Assert.False(cell.Slip is not null && (cell.Suggestion is not null || cell.Feedback is null));
                Assert.True(cell.Verdict == Verdict.Wrong || (cell.Slip ?? cell.Suggestion) is null);
            }
        }
    }

    private static IEnumerable<(Worksheet Sheet, Quantity Blank, SlipVariant Variant)> Cases(string slug, int seeds) =>
        from sheet in Drawn.Of(slug).Take(seeds)
        where sheet.Difference is null
        from blank in sheet.Quantities
        where blank.IsBlank
        from variant in SlipPlan.Of(sheet).Of(blank)
        select (sheet, blank, variant);

    // Who leaves out the only product of a term leaves out the term; a bias written as a row has its rows and columns swapped.
    private static bool HasTwoNames(Worksheet sheet, Quantity blank, SlipVariant variant, string named) =>
        SlipPlan.Of(sheet).Of(blank).Any(other => other.Slip.Name == named && Equals(other.Subject, variant.Subject) && other.Evaluate(sheet.Reference).SameAs(variant.Evaluate(sheet.Reference)));

    [GeneratedRegex(@"\d+(\.\d+)?(/\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{N}_{}]*(\{[^}]*\})?(\[[^\]]*\])?")]
    private static partial Regex Names();
}
