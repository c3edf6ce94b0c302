namespace RnnGrader.Web.Statistics;

/// <summary>What <see cref="StatisticsQueries.SlicesAsync"/> reads: the students of one item and side whose best scores are in one tenth.</summary>
internal sealed class ItemSlice
{
    public required Guid ItemId { get; init; }

    /// <summary>1 for the upper 27 % of the assignment, −1 for the lower, 0 for those between.</summary>
    public required int Side { get; init; }

    /// <summary>0 for scores below 0.1, …, 9 for those from 0.9 to 1.</summary>
    public required int Bin { get; init; }

    public required int Students { get; init; }

    public required long Attempts { get; init; }

    public required double SumFirst { get; init; }

    public required double SumBest { get; init; }
}
