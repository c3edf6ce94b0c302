using System.Globalization;
using System.Text.Json;
using RnnGrader.Engine.Numbers;
using RnnGrader.Grading;

namespace RnnGrader.Tests.Grading;

/// <summary>What a student may write in a cell, and how it is understood.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("3", "3")]
    [InlineData(" -1 ", "-1")]
    [InlineData("−1", "-1")]
    [InlineData("–1", "-1")]
    [InlineData("0.55", "0.55")]
    [InlineData("1/4", "0.25")]
    [InlineData("1/3", "1/3")]
    [InlineData("1+3+1-1", "4")]
    [InlineData("2*3 + 1*0 - 1", "5")]
    [InlineData("2·3 − 1×4", "2")]
    [InlineData("2*-3", "-6")]
    [InlineData("-2*3", "-6")]
    [InlineData("--2", "2")]
    [InlineData("(1+2)*(3-1)", "6")]
    [InlineData("1-3 → 0", "0")]
    [InlineData("1-3 -> 0", "0")]
    [InlineData("1+3-1 = 3", "3")]
    [InlineData("2*3+1=6+1=7", "7")]
    [InlineData("h_1 = 3", "3")]
    [InlineData("1e2", "100")]
    [InlineData("3\u00a0", "3")]
    public void A_number_or_working_is_read_as_its_value(string typed, string value)
    {
        var cell = Read(typed);
        Assert.Equal(value, cell.Value!.Text);
        Assert.Equal(Verdict.Wrong, cell.Verdict);
        Assert.Equal(typed, cell.Given);
    }

    [Theory]
    [InlineData("0,5", "point")]
    [InlineData("1/0", "divides by zero")]
    [InlineData("1/(2-2)", "divides by zero")]
    [InlineData("9^9^9", "Powers")]
    [InlineData("((((", "missing")]
    [InlineData("1+", "missing")]
    [InlineData("1 2", "operator")]
    [InlineData("2(3)", "operator")]
    [InlineData(")", "parenthesis")]
    [InlineData("(1", "parenthesis")]
    [InlineData("three", "'t'")]
    [InlineData("1;2", "';'")]
    [InlineData("½", "'½'")]
    [InlineData("😀", "'😀'")]
    [InlineData("\ud83d", "can't be read")]
    [InlineData("=", "missing")]
    [InlineData("-> 3", "missing")]
    [InlineData("9223372036854775807*9", "too large")]
    [InlineData("1e999", "can't be read|operator")]
    public void What_cannot_be_read_says_why(string typed, string says)
    {
        var cell = Read(typed);
        Assert.Equal(Verdict.Unreadable, cell.Verdict);
        Assert.Null(cell.Value);
        Assert.Contains(says.Split('|'), part => cell.Feedback!.Contains(part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1", 200)]
    [InlineData("(", 200)]
    [InlineData("-", 200)]
    [InlineData("9*", 100)]
    [InlineData("=", 200)]
    [InlineData("1/", 100)]
    public void Two_hundred_characters_of_anything_are_unreadable(string piece, int times) =>
        Assert.Equal(Verdict.Unreadable, Read(string.Concat(Enumerable.Repeat(piece, times))).Verdict);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void Nothing_typed_is_not_yet_and_no_error(string? typed) => Assert.Equal(Verdict.Empty, Read(typed).Verdict);

    [Theory]
    [InlineData("4x3")]
    [InlineData("4 × 3")]
    [InlineData("4X3")]
    [InlineData("(4, 3)")]
    [InlineData("[4;3]")]
    [InlineData("4 by 3")]
    [InlineData("4*3")]
    [InlineData("(3+1) x 3")]
    public void A_size_is_read_in_all_its_forms(string typed)
    {
        var cell = Answering.Grade(Sheets.Sizes(), [new("size_W", [typed])]).Cells[0];
        Assert.Equal((Verdict.Correct, "4x3"), (cell.Verdict, cell.Value!.Text));
    }

    [Fact]
    public void A_vectors_size_may_be_its_length_alone()
    {
        Assert.Equal(Verdict.Correct, Answering.Grade(Sheets.Sizes(), [new("size_b", ["4"])]).Cells[1].Verdict);
        Assert.Equal(Verdict.Correct, Answering.Grade(Sheets.Sizes(), [new("size_b", ["4x1"])]).Cells[1].Verdict);
        Assert.Equal(Verdict.Wrong, Answering.Grade(Sheets.Sizes(), [new("size_b", ["1x4"])]).Cells[1].Verdict);
        Assert.Equal(Verdict.Wrong, Answering.Grade(Sheets.Sizes(), [new("size_W", ["12"])]).Cells[0].Verdict);
    }

    [Theory]
    [InlineData("4x3x2")]
    [InlineData("4x")]
    [InlineData("x")]
    [InlineData("4.5x3")]
    [InlineData("-4x3")]
    [InlineData("four by three")]
    [InlineData("4,3")]
    public void What_is_no_size_says_how_to_write_one(string typed)
    {
        var cell = Answering.Grade(Sheets.Sizes(), [new("size_W", [typed])]).Cells[0];
        Assert.Equal(Verdict.Unreadable, cell.Verdict);
        Assert.Contains("4x3", cell.Feedback, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_in_JSON_are_read_exactly()
    {
        Assert.True(Number.TryParse("0.30000000000000004", out var nearly));
        Assert.Equal(Verdict.Wrong, Answering.GradeJson(Sheets.Number(Number.Of(3, 10)), """{"n": 0.30000000000000004}""").Cells[0].Verdict);
        Assert.Equal(Verdict.Correct, Answering.GradeJson(Sheets.Number(nearly), """{"n": 0.30000000000000004}""").Cells[0].Verdict);
        Assert.Equal(Verdict.Correct, Answering.GradeJson(Sheets.Number(Number.Of(1, 3)), """{"n": "1/3"}""").Cells[0].Verdict);
        Assert.Equal("\"1/3\"", JsonSerializer.Serialize(Answering.GradeJson(Sheets.Number(1), """{"n": "1/3"}""").Cells[0].Value));
        Assert.Equal("0.25", JsonSerializer.Serialize(Answering.GradeJson(Sheets.Number(1), """{"n": "1/4"}""").Cells[0].Value));
    }

    [Theory]
    [InlineData("""{"h": [["3"], [0]], "y": [6]}""")]
    [InlineData("""{"h": [3, "0"], "y": 6}""")]
    [InlineData("""{"y": [["6"]], "h": [["3"], ["1*0+2*3-9 -> 0"]]}""")]
    public void A_vector_may_be_rows_of_cells_or_flat(string json) => Assert.Equal(1, Answering.GradeJson(Sheets.Layer(), json).Score);

    [Theory]
    [InlineData("""{"h": [[3], [0], [1]]}""", "answers.h")]
    [InlineData("""{"h": [[3, 0]]}""", "answers.h")]
    [InlineData("""{"h": 3}""", "answers.h")]
    [InlineData("""{"h": [[3], 0]}""", "answers.h")]
    [InlineData("""{"h": [[[3]], [[0]]]}""", "answers.h")]
    [InlineData("""{"h": [true, 0]}""", "answers.h")]
    [InlineData("""{"h": {"0": 3}}""", "answers.h")]
    [InlineData("""{"q": [1]}""", "answers.q")]
    [InlineData("""{"H": [[3], [0]]}""", "answers.H")]
    [InlineData("""[1]""", "answers")]
    public void Answers_without_a_meaning_are_named(string json, string path) => Assert.Equal([path], Answering.Problems(Sheets.Layer(), json).Keys);

    [Fact]
    public void A_cell_holds_at_most_200_characters()
    {
        Assert.Equal(["answers.n"], Answering.Problems(Sheets.Number(1), $$"""{"n": "{{new string('1', 201)}}"}""").Keys);
        Assert.Equal(["answers.n"], Answering.Problems(Sheets.Number(1), $$"""{"n": {{new string('1', 201)}}}""").Keys);
        Assert.Equal(Verdict.Correct, Answering.GradeJson(Sheets.Number(1), $$"""{"n": "1{{new string(' ', 199)}}"}""").Cells[0].Verdict);
    }

    private static GradedCell Read(string? typed) =>
        Answering.Grade(Sheets.Number(int.Parse("777", CultureInfo.InvariantCulture)), [new("n", [typed])]).Cells[0];
}
