namespace RnnGrader.Storage;

/// <summary>A score that a person set. It stands beside the grader's, which stays; the newest counts.</summary>
public sealed class Override
{
    /// <summary>A UUIDv7 made in code: overrides of a submission sort by when they were made.</summary>
    public required Guid Id { get; init; }

    /// <summary>The submission.</summary>
    public required Guid SubmissionId { get; init; }

    /// <summary>The course.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>0..1, with no late penalty to come.</summary>
    public required double Score { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who set it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime CreatedAt { get; init; }
}
