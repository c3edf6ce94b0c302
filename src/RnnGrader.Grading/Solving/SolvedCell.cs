namespace RnnGrader.Grading.Solving;

/// <summary>A cell worked out.</summary>
/// <param name="Row">Its zero-based row.</param>
/// <param name="Column">Its zero-based column.</param>
/// <param name="Value">Its value.</param>
/// <param name="Steps">From the terms to the value: <c>ReLU(2·3 − 8 + 1)</c>, <c>ReLU(6 − 8 + 1)</c>, <c>ReLU(−1)</c>, <c>0</c>.</param>
/// <param name="Words">The same in words.</param>
public sealed record SolvedCell(int Row, int Column, CellValue Value, IReadOnlyList<string> Steps, string Words);
