namespace RnnGrader.Storage;

/// <summary>That somebody belongs to a course. Who leaves keeps their work, and finds it again on coming back.</summary>
public sealed class Membership
{
    /// <summary>The course. Part of the primary key.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>The person. Part of the primary key.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What they are there.</summary>
    public required CourseRole Role { get; set; }

    /// <summary>Their group, whose goal they have; null for none.</summary>
    public required string? GroupName { get; set; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime JoinedAt { get; init; }

    /// <summary>Since when they belong to it no more.</summary>
    public DateTime? RemovedAt { get; set; }
}
