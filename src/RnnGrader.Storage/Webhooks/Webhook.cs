namespace RnnGrader.Storage;

/// <summary>An address that is told of what happens in a course.</summary>
public sealed class Webhook
{
    /// <summary>A UUIDv7 made in code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The course.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>Where events are posted.</summary>
    public required string Url { get; init; }

    /// <summary>What events are signed with, encrypted by Data Protection.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>The events that it is told of, apart by spaces.</summary>
    public required string Events { get; init; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Since when it is told nothing more.</summary>
    public DateTime? RemovedAt { get; set; }
}
