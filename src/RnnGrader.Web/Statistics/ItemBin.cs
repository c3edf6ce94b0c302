namespace RnnGrader.Web.Statistics;

/// <summary>What <see cref="StatisticsQueries.BinsAsync"/> reads.</summary>
internal sealed class ItemBin
{
    public required Guid ItemId { get; init; }

    public required int Bin { get; init; }

    public required int Students { get; init; }
}
