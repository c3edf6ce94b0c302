using RnnGrader.Web.Statistics;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>How a class did at an assignment.</summary>
public sealed class StatisticsView
{
    internal AssignmentFrame Frame { get; init; } = null!;

    internal IReadOnlyList<ItemStatistics> Items { get; init; } = [];

    /// <summary>By item: how many students submitted once, twice, …</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<(string Label, int Count)>> Attempts { get; init; } = null!;
}
