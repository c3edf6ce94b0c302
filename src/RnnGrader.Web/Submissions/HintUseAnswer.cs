using RnnGrader.Storage;

namespace RnnGrader.Web.Submissions;

/// <summary>A hint that was shown.</summary>
/// <param name="Blank">The blank.</param>
/// <param name="Row">Zero-based row.</param>
/// <param name="Column">Zero-based column.</param>
/// <param name="Level">1, 2 or 3.</param>
internal sealed record HintUseAnswer(string Blank, int Row, int Column, int Level)
{
    public static HintUseAnswer Of(HintUse use) => new(use.Blank, use.Row, use.Column, use.Level);
}
