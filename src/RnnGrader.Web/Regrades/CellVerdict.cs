using RnnGrader.Grading;
using RnnGrader.Web.Submissions;

namespace RnnGrader.Web.Regrades;

/// <summary>How a cell was judged.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Credit">What it adds to the score.</param>
internal sealed record CellVerdict(Verdict Verdict, double Credit)
{
    public static CellVerdict Of(CellAnswer cell) => new(cell.Verdict!.Value, cell.Credit!.Value);
}
