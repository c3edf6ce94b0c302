namespace RnnGrader.Storage;

/// <summary>Something that happened to a student's score.</summary>
/// <param name="Name">Its name; empty where a score changed and no webhook is told.</param>
/// <param name="CourseId">The course.</param>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="ItemId">The item.</param>
/// <param name="PersonId">The student.</param>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Score">What it counts now.</param>
public sealed record CourseEvent(string Name, Guid CourseId, Guid AssignmentId, Guid ItemId, Guid PersonId, Guid? SubmissionId, double? Score)
{
    /// <summary>A submission was graded.</summary>
    public const string Graded = "submission.graded";

    /// <summary>An exercise was completed.</summary>
    public const string Completed = "progress.completed";

    /// <summary>A score was changed by an override or a regrade.</summary>
    public const string Changed = "grade.changed";

    /// <summary>All names.</summary>
    public static readonly IReadOnlyList<string> Names = [Graded, Completed, Changed];
}
