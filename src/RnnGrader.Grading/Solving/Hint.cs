namespace RnnGrader.Grading.Solving;

/// <summary>A hint for one cell.</summary>
/// <param name="Level">1: the formula; 2: with this instance's numbers, and gaps where one has to think; 3: its terms, all but the sum.</param>
/// <param name="Text">The hint.</param>
/// <param name="MathMl">Its formula for browsers; null where it is words alone.</param>
public sealed record Hint(int Level, string Text, string? MathMl);
