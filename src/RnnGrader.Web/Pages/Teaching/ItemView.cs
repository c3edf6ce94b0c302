using RnnGrader.Engine.Worksheets;
using RnnGrader.Web.Statistics;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>How a class did at one exercise, on a drawn example of it.</summary>
public sealed class ItemView
{
    internal AssignmentFrame Frame { get; init; } = null!;

    internal ItemStatistics Item { get; init; } = null!;

    internal Worksheet Example { get; init; } = null!;

    internal Heat Heat { get; init; } = null!;
}
