using RnnGrader.Grading;

namespace RnnGrader.Tests.Slips;

/// <summary>Working typed in the first cell of h_1, 1·1 + 2·3 + 1·1 + 1·2 − 1 = 9, or the third, 2·1 − 3·2 + 1·1 + 1·1 − 1 = −3.</summary>
public sealed class WorkingTests
{
    [Theory]
    [InlineData("1+6+1+2", "bias-forgotten")]
    [InlineData("1*1 + 2*3 + 1*1 + 1*2", "bias-forgotten")]
    [InlineData("7+3", "bias-forgotten")]
    [InlineData("1+6-1", "state-forgotten")]
    [InlineData("1+2-1", "input-forgotten")]
    [InlineData("1+6+1-1", "term-missing")]
    [InlineData("2*3+1*1+1*2-1", "term-missing")]
    [InlineData("1+6+1+2+1", "sign-flipped")]
    [InlineData("1-6+1+2-1", "sign-flipped")]
    [InlineData("1+5+1+2-1", "added-not-multiplied")]
    [InlineData("1+2+3+1+2-1", "added-not-multiplied")]
    [InlineData("1*1+2*3+2+1*1+1*2-1", "term-extra")]
    [InlineData("1*1+0*3+2*2+1*1+0*1+1*2-1", "matrix-transposed")]
    public void What_the_working_shows_is_named(string working, string slip)
    {
        var cell = First(working);
        Assert.Equal((Verdict.Wrong, slip), (cell.Verdict, cell.Slip));
        Assert.NotNull(cell.Feedback);
    }

    [Fact]
    public void What_the_working_of_one_cell_shows_goes_for_the_number_in_another_that_it_explains()
    {
        // The biases −1 and −9 forgotten: 1·1 + 1·3 in working, 2·3 as a number.
        var grade = Answering.Grade(Sheets.Layer(), [new("h", ["1+3", "6"]), new("y", ["14"])]);
        Assert.Equal(["bias-forgotten", "bias-forgotten", null], grade.Cells.Select(cell => cell.Slip));
        Assert.Equal(1, grade.Errors);
        Assert.Null(Answering.Grade(Sheets.Layer(), [new("h", ["1+3", "5"])]).Cells[1].Slip);
    }

    [Fact]
    public void All_terms_right_and_the_sum_wrong_is_said_so()
    {
        var cell = First("1+6+1+2-1 = 10");
        Assert.True(cell is { Verdict: Verdict.Wrong, Slip: null, Feedback: "All the terms of your working are right, but they do not add up to 10: add them up again." });
    }

    [Fact]
    public void All_terms_right_without_the_activation_is_the_activation_forgotten()
    {
        var cell = Grade("9", "2-6+1+1-1").Cells[2];
        Assert.Equal((Verdict.Wrong, "activation-forgotten"), (cell.Verdict, cell.Slip));
        Assert.Equal("Your −3 is what comes out before ReLU is applied. One step is left: apply the activation to this sum.", cell.Feedback);
    }

    [Fact]
    public void Working_and_the_value_after_the_activation_is_right()
    {
        var cell = Grade("9", "2-6+1+1-1 → 0").Cells[2];
        Assert.True(cell is { Verdict: Verdict.Correct, Feedback: null });
    }

    [Fact]
    public void A_wrong_product_is_pointed_at_without_its_value()
    {
        var cell = First("1+7+1+2-1");
        Assert.True(cell is { Slip: null, Feedback: "Your 7 stands where 2·3 (W_hx · x_1) belongs: work that product out again." });
    }

    [Fact]
    public void Several_missing_terms_are_all_said()
    {
        Assert.Equal("Your working leaves out 2·3 (W_hx · x_1) and −1 (b_h).", First("1+1+2").Feedback);
    }

    [Fact]
    public void A_right_value_with_working_that_cannot_lead_to_it_is_right_and_it_is_said_so()
    {
        var cell = First("1+1 = 9");
        Assert.True(cell is { Verdict: Verdict.Correct, Credit: 1, Slip: null, Feedback: "9 is right, but your working gives 2: it can't lead there." });
    }

    [Theory]
    [InlineData("10-1")]
    [InlineData("1+6+1+2-1 = 9")]
    [InlineData("3*3")]
    public void A_right_value_worked_out_another_way_is_right_without_a_word(string working) =>
        Assert.True(First(working) is { Verdict: Verdict.Correct, Feedback: null });

    [Fact]
    public void Working_is_compared_with_the_terms_of_the_students_own_values()
    {
        // y_1 from h_1 = [11; 8; 0]: 1·11 − 1·8 + 1; the bias was left out.
        var grade = Answering.Grade(Sheets.Step(), new Dictionary<string, string?[]> { ["h_1"] = ["11", "8", "0"], ["y_1"] = ["11-8", "6"] });
        Assert.Equal("bias-forgotten", grade.Cells[3].Slip);
    }

    [Fact]
    public void Working_of_any_form_is_graded()
    {
        foreach (var text in new[] { "1/3+1/3", "(1+2)*(3-1)", "0", "-(-(4))", "1*1*1*1", "2*3/6-1", string.Join('+', Enumerable.Repeat("1", 100)), "9999999999*9999999999" })
        {
            Assert.Equal(5, Grade(text, text).Total);
        }
    }

    private static GradedCell First(string working) => Grade(working, "0").Cells[0];

    private static Grade Grade(string first, string third) =>
        Answering.Grade(Sheets.Step(), new Dictionary<string, string?[]> { ["h_1"] = [first, "8", third], ["y_1"] = [null, null] });
}
