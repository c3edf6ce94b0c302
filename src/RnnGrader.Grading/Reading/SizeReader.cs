using RnnGrader.Engine.Numbers;

namespace RnnGrader.Grading.Reading;

/// <summary>Reads a size: <c>4x3</c>, <c>4 × 3</c>, <c>(4, 3)</c>, <c>4 by 3</c>; for a vector its length alone.</summary>
internal static class SizeReader
{
    private static readonly string[] Times = ["x", "×", "✕", "⨯", "*", "·", "by"];

    private const string Form = "Write a size as rows x columns, for example 4x3.";

    public static Reading Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Reading.Empty;
        }

        var trimmed = text.Trim();
        var inner = trimmed is ['(' or '[', .. var between, ')' or ']'] && between.Split([',', ';']) is [var first, var second] ? $"{first}x{second}" : trimmed;
        var sides = inner.ToLowerInvariant().Split(Times, StringSplitOptions.TrimEntries);
        if (sides.Length > 2)
        {
            return Reading.Unreadable($"A size has two sides, rows and columns. {Form}");
        }

        var rows = Side(sides[0]);
        var columns = sides.Length == 2 ? Side(sides[1]) : Number.One;
        return rows.HasValue && columns.HasValue ? new(rows, columns) : Reading.Unreadable(Form);
    }

    private static Number Side(string text)
    {
        var side = NumberReader.Read(text).Value;
        return side is { IsInteger: true, IsNegative: false } ? side : Number.NoValue;
    }
}
