namespace RnnGrader.Grading;

/// <summary>One cell of a graded submission, or one component of a graded set.</summary>
/// <param name="Blank">The blank it belongs to.</param>
/// <param name="Row">Its zero-based row; absent for a component.</param>
/// <param name="Column">Its zero-based column; absent for a component.</param>
/// <param name="Component">The component's id; absent for a cell.</param>
/// <param name="Given">What was sent, as it was sent.</param>
/// <param name="Value">What it was understood as.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Credit">From 0 to 1; below 0 for a component that should not have been chosen.</param>
/// <param name="Slip">What went wrong, where the evidence is good.</param>
/// <param name="Suggestion">What may have gone wrong, where it is only likely.</param>
/// <param name="Feedback">A sentence for the student.</param>
public sealed record GradedCell(
    string Blank,
    int? Row,
    int? Column,
    string? Component,
    string? Given,
    CellValue? Value,
    Verdict Verdict,
    double Credit,
    string? Slip = null,
    string? Suggestion = null,
    string? Feedback = null);
