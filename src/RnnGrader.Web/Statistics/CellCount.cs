namespace RnnGrader.Web.Statistics;

/// <summary>What <see cref="StatisticsQueries.CellsAsync"/> reads.</summary>
internal sealed class CellCount
{
    public required string Cell { get; init; }

    public required string? Slip { get; init; }

    public required int Students { get; init; }

    public required int Times { get; init; }
}
