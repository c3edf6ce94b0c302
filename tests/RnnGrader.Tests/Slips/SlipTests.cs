using RnnGrader.Grading;

namespace RnnGrader.Tests.Slips;

/// <summary>Slips worked by hand in one step of an RNN whose sums are 9, 8 and −3.</summary>
public sealed class SlipTests
{
    private static readonly string?[] RightH = ["9", "8", "0"];
    private static readonly string?[] RightY = ["2", "6"];

    [Fact]
    public void A_forgotten_bias_in_two_cells_is_named_and_the_rest_follows()
    {
        // 10 and 6 are 9 and 8 without −1 and 2; −3 without −1 is clipped as before. y: 10 − 6 + 1 and 6 − 2.
        var grade = Grade(["10", "6", "0"], ["5", "4"]);
        Assert.Equal(["bias-forgotten", "bias-forgotten", null, null, null], grade.Cells.Select(cell => cell.Slip));
        Assert.Equal([Verdict.Wrong, Verdict.Wrong, Verdict.Correct, Verdict.Carried, Verdict.Carried], grade.Cells.Select(cell => cell.Verdict));
        Assert.Equal("Your 10 is what comes out without the bias b_h[0] = −1. Add the bias to the products.", grade.Cells[0].Feedback);
        Assert.Equal(1, grade.Errors);
        Assert.Equal(new("h_1", 0, 0, "bias-forgotten", 2, "The first slip, bias-forgotten, is at h_1[0]; 2 cells after it follow from it."), grade.FirstDivergence);
    }

    [Fact]
    public void A_forgotten_state_is_named_with_the_term_that_is_missing()
    {
        // Without 3, 1 and 2: 6, 7 and −5.
        var grade = Grade(["6", "7", "0"], ["0", "5"]);
        Assert.Equal("state-forgotten", grade.Cells[0].Slip);
        Assert.Equal("Your 6 is what comes out without the state before, W_hh · h_0. Add what comes from the state before.", grade.Cells[0].Feedback);
    }

    [Fact]
    public void One_number_leads_to_a_question_at_most()
    {
        var grade = Grade(["9", "8", "-3"], ["2", "0"]);
        Assert.Null(grade.Cells[2].Slip);
        Assert.Equal("activation-forgotten", grade.Cells[2].Suggestion);
        Assert.Equal("−3 is what comes out before ReLU is applied. Did you apply the activation?", grade.Cells[2].Feedback);
    }

    [Fact]
    public void Nothing_is_said_of_numbers_that_no_slip_gives()
    {
        var grade = Grade(["43", "51", "37"], ["-70", "19"]);
        Assert.All(grade.Cells, cell => Assert.True(cell is { Slip: null, Suggestion: null, Feedback: null }));
        Assert.Equal(("h_1", 5), (grade.FirstDivergence!.Blank, grade.Errors));
    }

    [Fact]
    public void Two_slips_in_two_blanks_are_each_judged_in_their_own()
    {
        // h without the state; y = W_yh · h + b_y with the wrong sign of b_y: 6 − 7 − 1 and 7 + 2.
        var grade = Grade(["6", "7", "0"], ["-2", "9"]);
        Assert.Equal(["state-forgotten", "state-forgotten", null, "sign-flipped", "sign-flipped"], grade.Cells.Select(cell => cell.Slip));
        Assert.Equal(2, grade.Errors);
    }

    [Fact]
    public void An_instance_without_a_mistake_has_no_first_divergence()
    {
        var grade = Grade(RightH, RightY);
        Assert.True(grade is { Errors: 0, FirstDivergence: null, Complete: true });
    }

    [Fact]
    public void A_size_the_wrong_way_round_is_named()
    {
        var grade = Answering.Grade(Sheets.Sizes(), new Dictionary<string, string?[]> { ["size_W"] = ["3x4"], ["size_b"] = ["1x4"], ["count"] = ["16"] });
        Assert.Equal(["rows-and-columns-swapped", "rows-and-columns-swapped", null], grade.Cells.Select(cell => cell.Slip));
        Assert.Equal("bias-as-row", Answering.Grade(Sheets.Sizes(), new Dictionary<string, string?[]> { ["size_W"] = ["4x3"], ["size_b"] = ["1x4"], ["count"] = ["16"] }).Cells[1].Slip);
    }

    [Fact]
    public void A_count_without_the_biases_is_named()
    {
        var grade = Answering.Grade(Sheets.Sizes(), new Dictionary<string, string?[]> { ["size_W"] = ["4x3"], ["size_b"] = ["4"], ["count"] = ["12"] });
        Assert.Equal("biases-not-counted", grade.Cells[2].Slip);
    }

    private static Grade Grade(string?[] h, string?[] y) => Answering.Grade(Sheets.Step(), new Dictionary<string, string?[]> { ["h_1"] = h, ["y_1"] = y });
}
