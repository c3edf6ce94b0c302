using System.Text.Json;
using RnnGrader.Engine;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading;

namespace RnnGrader.Tests;

/// <summary>Ways to answer a worksheet.</summary>
internal static class Answering
{
    /// <summary>The reference's answers as a student would type them, by blank.</summary>
    public static Dictionary<string, string?[]> Reference(Worksheet sheet) => sheet.Difference is { } difference
        ? new() { [difference.Blank] = [.. difference.Reference] }
        : sheet.Quantities.Where(quantity => quantity.IsBlank).ToDictionary(quantity => quantity.Name.Text, quantity => Texts(sheet.Reference[quantity.Name.Slot]));

    public static string?[] Texts(Tensor tensor) => tensor.Shape.Kind == ShapeKind.Size
        ? [$"{tensor[0]}x{tensor[1]}"]
        : [.. tensor.Cells.ToArray().Select(cell => cell.ToString())];

    public static Grade Grade(Worksheet sheet, IEnumerable<KeyValuePair<string, string?[]>> texts) => Grader.Grade(sheet, Answers.Of(texts));

    /// <summary>Grades answers sent as JSON, which must have a meaning.</summary>
    public static Grade GradeJson(Worksheet sheet, string json)
    {
        var problems = new Problems();
        var answers = Answers.Read(sheet, JsonDocument.Parse(json).RootElement, problems);
        Assert.Empty(problems.ByPath);
        return Grader.Grade(sheet, answers!);
    }

    /// <summary>What is said of answers that have no meaning.</summary>
    public static IReadOnlyDictionary<string, string[]> Problems(Worksheet sheet, string json)
    {
        var problems = new Problems();
        Assert.Null(Answers.Read(sheet, JsonDocument.Parse(json).RootElement, problems));
        return problems.ByPath;
    }
}
