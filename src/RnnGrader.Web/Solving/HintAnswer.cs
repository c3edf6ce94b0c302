namespace RnnGrader.Web.Solving;

/// <summary>A hint for one cell. It is stored that it was shown, and said with the submissions after it.</summary>
/// <param name="Instance">Id of the instance.</param>
/// <param name="Blank">The blank.</param>
/// <param name="Row">Zero-based row.</param>
/// <param name="Column">Zero-based column.</param>
/// <param name="Level">1: the formula; 2: with this instance's numbers, and gaps where one has to think; 3: its terms, all but the sum.</param>
/// <param name="Text">The hint.</param>
/// <param name="MathMl">Its formula in MathML; left out where it is words alone.</param>
internal sealed record HintAnswer(string Instance, string Blank, int Row, int Column, int Level, string Text, string? MathMl);
