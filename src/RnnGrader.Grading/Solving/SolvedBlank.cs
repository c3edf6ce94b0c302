using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Solving;

/// <summary>A blank worked out.</summary>
/// <param name="Name">The blank.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Formula">The formula; null for a set.</param>
/// <param name="MathMl">The formula, the numbers put in and the value, for browsers; null for a set and a size.</param>
/// <param name="Words">How to come to it, in words.</param>
/// <param name="Values">The values, row by row.</param>
/// <param name="Components">The components of a set; null for the others.</param>
/// <param name="Cells">Each cell worked out; empty for a set.</param>
public sealed record SolvedBlank(
    string Name, BlankKind Kind, string? Formula, string? MathMl, string Words, IReadOnlyList<IReadOnlyList<CellValue>>? Values, IReadOnlyList<string>? Components, IReadOnlyList<SolvedCell> Cells);
