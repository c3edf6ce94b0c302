namespace RnnGrader.Storage;

/// <summary>What a student sent. Never edited: a regrade adds a <see cref="Grade"/>.</summary>
public sealed class Submission
{
    /// <summary>A UUIDv7 made in code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The instance it answers.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>The answers as they were sent: JSON.</summary>
    public required string Answers { get; init; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>Its grades, one a regrade; the newest counts.</summary>
    public List<Grade> Grades { get; } = [];
}
