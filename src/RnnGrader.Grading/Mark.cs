using RnnGrader.Engine.Numbers;

namespace RnnGrader.Grading;

/// <summary>One cell while it is being judged.</summary>
internal sealed class Mark(int row, int column, string? text, Reading.Reading reading, Verdict verdict)
{
    public int Row { get; } = row;

    public int Column { get; } = column;

    public string? Text { get; } = text;

    public Reading.Reading Reading { get; } = reading;

    public Verdict Verdict { get; } = verdict;

    public string? Feedback { get; set; }

    public string? Slip { get; set; }

    public string? Suggestion { get; set; }

    /// <summary>Whether it is known what went wrong here, so that nothing else is looked for.</summary>
    public bool IsExplained { get; set; }

    /// <summary>Whether the student's own earlier values left nothing to work out here: wrong, but no error of its own.</summary>
    public bool IsEmptied { get; init; }

    /// <summary>Wrong, and not known why.</summary>
    public bool IsOpen => Verdict == Verdict.Wrong && !IsExplained;

    public bool IsRight => Verdict is Verdict.Correct or Verdict.Carried;

    public CellValue? Value(bool isSize) => !Reading.HasValue ? null : isSize ? CellValue.Of(Reading.Value, Reading.Columns) : CellValue.Of(Reading.Value);

    /// <summary>Whether the cell's number, or both of a size, are these.</summary>
    public bool Is(Tensor value, int cell, bool isSize) => isSize
        ? Reading.Value == value[0] && Reading.Columns == value[1]
        : Reading.Value == value[cell];
}
