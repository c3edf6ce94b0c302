using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading.Solving;
using RnnGrader.Storage;

namespace RnnGrader.Web.Pages.Worksheets;

/// <summary>A hint that was asked for and is shown from then on.</summary>
/// <param name="Blank">The blank.</param>
/// <param name="Row">Zero-based row of its cell.</param>
/// <param name="Column">Zero-based column of its cell.</param>
/// <param name="Hint">The hint.</param>
internal sealed record ShownHint(Blank Blank, int Row, int Column, Hint Hint)
{
    /// <summary>The hints again, from what is stored of them: which cell and which level.</summary>
    public static IReadOnlyList<ShownHint> Of(Worksheet sheet, IEnumerable<HintUse> uses) =>
    [
        .. from use in uses
           let blank = sheet.Blanks.FirstOrDefault(blank => blank.Name == use.Blank)
           let hint = blank is null ? null : Hints.Of(sheet, use.Blank, use.Row, use.Column, use.Level)
           where hint is not null
           select new ShownHint(blank, use.Row, use.Column, hint),
    ];
}
