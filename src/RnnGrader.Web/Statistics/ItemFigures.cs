namespace RnnGrader.Web.Statistics;

/// <summary>What <see cref="StatisticsQueries.FiguresAsync"/> reads.</summary>
internal sealed class ItemFigures
{
    public required Guid ItemId { get; init; }

    public required int Students { get; init; }

    public required long Attempts { get; init; }

    public required double? MeanFirst { get; init; }

    public required double? MeanBest { get; init; }

    public required int UpperStudents { get; init; }

    public required int LowerStudents { get; init; }

    public required double? UpperMean { get; init; }

    public required double? LowerMean { get; init; }
}
