namespace RnnGrader.Storage;

/// <summary>More time or attempts for one student. What is null is as for everybody.</summary>
public sealed class Extension
{
    /// <summary>The assignment. Part of the primary key.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>The student. Part of the primary key.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The course.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>In place of the assignment's.</summary>
    public required DateTime? DueAt { get; set; }

    /// <summary>In place of the assignment's.</summary>
    public required DateTime? ClosesAt { get; set; }

    /// <summary>On top of each item's.</summary>
    public required int ExtraAttempts { get; set; }

    /// <summary>Why, in the instructor's words.</summary>
    public required string Reason { get; set; }
}
