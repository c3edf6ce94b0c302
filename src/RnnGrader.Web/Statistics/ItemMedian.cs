namespace RnnGrader.Web.Statistics;

/// <summary>What <see cref="StatisticsQueries.MediansAsync"/> reads.</summary>
internal sealed class ItemMedian
{
    public required Guid ItemId { get; init; }

    public required double Seconds { get; init; }
}
