namespace RnnGrader.Storage;

/// <summary>A cell of a submission that is not right, by its newest grade: what statistics and the heat map count.</summary>
public sealed class Mistake
{
    /// <summary>The submission. Part of the primary key.</summary>
    public required Guid SubmissionId { get; init; }

    /// <summary>Such as `h_1[2,0]`, or a component's id with its blank's name before it. Part of the primary key.</summary>
    public required string Cell { get; init; }

    /// <summary>The course.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>The assignment.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>The student.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>`wrong`, `empty` or `unreadable`.</summary>
    public required string Verdict { get; init; }

    /// <summary>The slip that it is named for; null where none is.</summary>
    public required string? Slip { get; init; }
}
