namespace RnnGrader.Storage;

/// <summary>Who changed what and when. Written in the transaction of the change, and never after.</summary>
public sealed class AuditEntry
{
    /// <summary>A UUIDv7 made in code: entries sort by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The course that it is about; null for the site.</summary>
    public required Guid? CourseId { get; init; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who did it.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>What was done, such as `assignment.changed`.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to: an id, or a group's name.</summary>
    public required string Subject { get; init; }

    /// <summary>What was before: JSON; null where there was nothing.</summary>
    public required string? Before { get; init; }

    /// <summary>What is after: JSON; null where there is nothing.</summary>
    public required string? After { get; init; }
}
