using System.Text.Json;
using RnnGrader.Engine;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises;

namespace RnnGrader.Tests.Engine;

public sealed class HandSetGivensTests
{
    private const string Step = """
        "x_2": [1, 0], "h_1": [[2], [1], [1]], "W_hx": [[1, 0], [0, 1], [1, 1]], "W_hh": [[1, 0, 0], [0, 1, 0], [0, 0, 1]], "b_h": [0, 1, "1/2"], "W_yh": [[1, 1, 2]], "b_y": [-5]
        """;

    [Fact]
    public void Other_sizes_than_those_drawn_are_fine_as_long_as_they_fit_together()
    {
        var sheet = From("rnn-step-2", $"{{{Step}}}", out var problems);
        Assert.Empty(problems.ByPath);
        Assert.Equal("[3; 2; 2.5]", sheet!.Reference[sheet.Find("h_2")!.Name.Slot].ToString());
        Assert.Equal("[5]", sheet.Reference[sheet.Find("y_2")!.Name.Slot].ToString());
    }

    [Theory]
    [InlineData("\"b_y\": [-5]", "\"q\": 1", "givens.b_y", "givens.q")]
    [InlineData("\"x_2\": [1, 0]", "\"x_2\": [1, 0, 1]", "givens.W_hx", "givens.x_2")]
    [InlineData("\"x_2\": [1, 0]", "\"x_2\": [100, 0]", "givens.x_2")]
    [InlineData("\"x_2\": [1, 0]", "\"x_2\": [true, 0]", "givens.x_2")]
    [InlineData("\"x_2\": [1, 0]", "\"x_2\": []", "givens.x_2")]
    [InlineData("\"x_2\": [1, 0]", "\"x_2\": [[]]", "givens.x_2")]
    [InlineData("\"x_2\": [1, 0]", "\"x_2\": [[1], [0, 2]]", "givens.x_2")]
    [InlineData("\"x_2\": [1, 0]", "\"x_2\": null", "givens.x_2")]
    [InlineData("\"x_2\": [1, 0]", "\"x_2\": {}", "givens.x_2")]
    [InlineData("\"x_2\": [1, 0]", "\"x_2\": [\"a\", 0]", "givens.x_2")]
    [InlineData("\"x_2\": [1, 0]", "\"x_2\": [\"1/0\", 0]", "givens.x_2")]
    [InlineData("\"x_2\": [1, 0]", "\"x_2\": [1e400, 0]", "givens.x_2")]
    public void What_is_missing_unknown_of_the_wrong_size_or_out_of_range_is_named(string part, string instead, params string[] paths)
    {
        Assert.Null(From("rnn-step-2", $"{{{Step}}}".Replace(part, instead, StringComparison.Ordinal), out var problems));
        Assert.Equal(paths, problems.ByPath.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"z": [0, 6], "y_target": [1, 0]}""", "givens.z")]
    [InlineData("""{"z": [0, 1.5], "y_target": [1, 0]}""", "givens.z")]
    [InlineData("""{"z": [0, 5], "y_target": [1, 1]}""", "givens.y_target")]
    [InlineData("""{"z": [0, 5], "y_target": [0, 0]}""", "givens.y_target")]
    public void Logits_must_be_in_the_table_and_a_target_one_hot(string givens, string path)
    {
        Assert.Null(From("softmax-cross-entropy-gradient", givens, out var problems));
        Assert.Equal([path], problems.ByPath.Keys);
    }

    [Theory]
    [InlineData("""{"size_X": 0, "size_H": 4, "size_Y": 3}""")]
    [InlineData("""{"size_X": 2.5, "size_H": 4, "size_Y": 3}""")]
    [InlineData("""{"size_X": -1, "size_H": 4, "size_Y": 3}""")]
    [InlineData("""{"size_X": 1000000, "size_H": 4, "size_Y": 3}""")]
    [InlineData("""{"size_X": [4, 4], "size_H": 4, "size_Y": 3}""")]
    public void A_number_of_units_is_a_whole_number_that_can_be_drawn(string givens)
    {
        Assert.Null(From("mlp-parameter-sizes", givens, out var problems));
        Assert.Equal(["givens.size_X"], problems.ByPath.Keys);
    }

    [Fact]
    public void A_structural_exercise_has_no_numbers_to_set()
    {
        Assert.Null(From("rnn-to-mlp", "{}", out var problems));
        Assert.Equal(["givens"], problems.ByPath.Keys);
    }

    private static Worksheet? From(string slug, string givens, out Problems problems)
    {
        var exercise = Catalogue.Find(slug)!;
        return exercise.From(JsonDocument.Parse(givens).RootElement, Settings.Default(exercise), problems = new Problems());
    }
}
