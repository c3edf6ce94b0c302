namespace RnnGrader.Grading;

/// <summary>A graded submission.</summary>
/// <param name="Score">The credits over <paramref name="Total"/>, from 0 to 1.</param>
/// <param name="Correct">The cells that are right.</param>
/// <param name="Carried">The cells that are right for the student's own earlier values.</param>
/// <param name="Total">All cells there are.</param>
/// <param name="Complete">Whether every cell has its credit.</param>
/// <param name="Cells">Every cell, in the order of the blanks, row by row.</param>
/// <param name="Errors">How many errors there are that do not follow from each other: a slip made in several cells is one.</param>
/// <param name="FirstDivergence">The cell that went wrong first; absent where none did.</param>
public sealed record Grade(
    double Score,
    int Correct,
    int Carried,
    int Total,
    bool Complete,
    IReadOnlyList<GradedCell> Cells,
    int Errors = 0,
    FirstDivergence? FirstDivergence = null);
