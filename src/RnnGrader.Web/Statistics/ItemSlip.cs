namespace RnnGrader.Web.Statistics;

/// <summary>What <see cref="StatisticsQueries.SlipsAsync"/> reads.</summary>
internal sealed class ItemSlip
{
    public required Guid ItemId { get; init; }

    public required string Slip { get; init; }

    public required int Students { get; init; }

    public required int Times { get; init; }
}
