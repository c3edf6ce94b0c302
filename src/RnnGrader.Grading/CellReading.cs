using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading.Reading;

namespace RnnGrader.Grading;

/// <summary>How a cell's text is understood, before anybody judges it.</summary>
/// <param name="Value">What it stands for; null where it is empty or can't be read.</param>
/// <param name="Problem">Why it can't be read, in a sentence that says what to change.</param>
public sealed record CellReading(CellValue? Value, string? Problem)
{
    /// <summary>Reads as the grader does.</summary>
    /// <param name="kind">What the cell holds: a size, or else a number.</param>
    /// <param name="text">What was typed.</param>
    public static CellReading Of(BlankKind kind, string? text)
    {
        var isSize = kind == BlankKind.Size;
        var reading = isSize ? SizeReader.Read(text) : NumberReader.Read(text);
        return new(!reading.HasValue ? null : isSize ? CellValue.Of(reading.Value, reading.Columns) : CellValue.Of(reading.Value), reading.Problem);
    }
}
