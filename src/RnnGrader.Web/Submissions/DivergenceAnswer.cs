namespace RnnGrader.Web.Submissions;

/// <summary>The cell that went wrong first, and what came of it.</summary>
/// <param name="Blank">Its blank.</param>
/// <param name="Row">Its zero-based row.</param>
/// <param name="Column">Its zero-based column.</param>
/// <param name="Slip">What went wrong there, where that is known.</param>
/// <param name="Followed">How many later cells are right for the student's own values.</param>
/// <param name="Sentence">The same for a reader.</param>
internal sealed record DivergenceAnswer(string Blank, int Row, int Column, string? Slip, int Followed, string Sentence);
