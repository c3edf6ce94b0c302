namespace RnnGrader.Storage;

/// <summary>A line of the delivery log: one try and what came of it.</summary>
public sealed class DeliveryAttempt
{
    /// <summary>A UUIDv7 made in code: lines sort by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The delivery.</summary>
    public required Guid DeliveryId { get; init; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime At { get; init; }

    /// <summary>The score that was sent, 0..1; null for an event.</summary>
    public required double? Score { get; init; }

    /// <summary>The HTTP status that was answered; null where nothing was.</summary>
    public required int? Status { get; init; }

    /// <summary>`sent`, `again` or `refused`.</summary>
    public required string Outcome { get; init; }

    /// <summary>What was wrong; null where nothing was.</summary>
    public required string? Problem { get; init; }
}
