using RnnGrader.Grading;

namespace RnnGrader.Tests.Grading;

/// <summary>Cases worked by hand.</summary>
public sealed class GraderTests
{
    [Fact]
    public void A_later_cell_that_follows_from_an_own_earlier_value_is_carried()
    {
        // h = [3; 0] and y = 2·3 + 0 = 6; with 4 for h[0], y = 8.
        var grade = Answering.GradeJson(Sheets.Layer(), """{"h": [4, 0], "y": 8}""");
        Assert.Equal([Verdict.Wrong, Verdict.Correct, Verdict.Carried], grade.Cells.Select(cell => cell.Verdict));
        Assert.Equal((1, 1, 3, false), (grade.Correct, grade.Carried, grade.Total, grade.Complete));
        Assert.Equal(2.0 / 3, grade.Score);
    }

    [Fact]
    public void A_cell_that_agrees_with_the_reference_is_correct_whatever_came_before() =>
        Assert.Equal(Verdict.Correct, Answering.GradeJson(Sheets.Layer(), """{"h": [4, 0], "y": 6}""").Cells[2].Verdict);

    [Fact]
    public void A_cell_whose_own_products_are_all_zero_is_not_carried()
    {
        var cell = Answering.GradeJson(Sheets.Layer(), """{"h": [0, 0], "y": 0}""").Cells[2];
        Assert.Equal(Verdict.Wrong, cell.Verdict);
        Assert.Contains("zero", cell.Feedback, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"h": [4, null], "y": 8}""")]
    [InlineData("""{"h": [4, "?"], "y": 8}""")]
    public void An_empty_or_unreadable_cell_counts_with_the_value_it_would_have(string json) =>
        Assert.Equal(Verdict.Carried, Answering.GradeJson(Sheets.Layer(), json).Cells[2].Verdict);

    [Fact]
    public void A_left_out_blank_is_empty_and_the_next_is_judged_by_the_reference()
    {
        var grade = Answering.GradeJson(Sheets.Layer(), """{"y": 6}""");
        Assert.Equal([Verdict.Empty, Verdict.Empty, Verdict.Correct], grade.Cells.Select(cell => cell.Verdict));
    }

    [Theory]
    [InlineData("0.03", Verdict.Correct)]
    [InlineData("0.0297", Verdict.Correct)]
    [InlineData("0.030", Verdict.Correct)]
    [InlineData("3/101", Verdict.Correct)]
    [InlineData("0.034", Verdict.Wrong)]
    [InlineData("0.029", Verdict.Wrong)]
    [InlineData("0.02", Verdict.Wrong)]
    public void A_rounded_cell_is_right_rounded_or_with_more_places(string typed, Verdict verdict) =>
        Assert.Equal(verdict, Answering.Grade(Sheets.Rounded(3), [new("p", [typed])]).Cells[0].Verdict);

    [Fact]
    public void What_follows_from_an_unrounded_value_is_right()
    {
        var grade = Answering.GradeJson(Sheets.Rounded(3), """{"p": 0.0297, "g": "-0.9703"}""");
        Assert.Equal(1, grade.Score);
        Assert.Equal(Verdict.Correct, Answering.GradeJson(Sheets.Rounded(3), """{"p": 0.0297, "g": "-0.97"}""").Cells[1].Verdict);
        Assert.Equal(Verdict.Wrong, Answering.GradeJson(Sheets.Rounded(3), """{"p": 0.03, "g": "-0.9703"}""").Cells[1].Verdict);
    }

    [Fact]
    public void A_wrong_size_is_carried_into_the_count()
    {
        // W 4×3 and b 4×1 have 16 parameters; with W taken for 3×3 it would be 13.
        var grade = Answering.GradeJson(Sheets.Sizes(), """{"size_W": "3x3", "size_b": "4x1", "count": 13}""");
        Assert.Equal([Verdict.Wrong, Verdict.Correct, Verdict.Carried], grade.Cells.Select(cell => cell.Verdict));
        Assert.Equal(Verdict.Correct, Answering.GradeJson(Sheets.Sizes(), """{"count": "4*3+4"}""").Cells[2].Verdict);
    }

    [Fact]
    public void A_value_too_large_to_go_on_with_makes_later_cells_wrong_and_nothing_worse()
    {
        var grade = Answering.GradeJson(Sheets.Layer(), """{"h": ["9223372036854775807", 0], "y": 8}""");
        Assert.Equal([Verdict.Wrong, Verdict.Correct, Verdict.Wrong], grade.Cells.Select(cell => cell.Verdict));
    }
}
