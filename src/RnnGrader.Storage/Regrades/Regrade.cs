namespace RnnGrader.Storage;

/// <summary>
/// Grading an assignment's submissions again, or only seeing what that would change. The row is the job: any copy of the service takes it with a lease,
/// works batch by batch, and leaves off where the next one goes on.
/// </summary>
public sealed class Regrade
{
    /// <summary>A UUIDv7 made in code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The course.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>The assignment.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>Whether it only says what would change.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Whether a submission keeps what it counts where it would count less.</summary>
    public required bool NeverLower { get; init; }

    /// <summary>Whether carried values keep their credit.</summary>
    public required bool CreditsCarried { get; init; }

    /// <summary>Version of the grader that grades again.</summary>
    public required int GraderVersion { get; init; }

    /// <summary>Who asked for it.</summary>
    public required Guid RequestedById { get; init; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime RequestedAt { get; init; }

    /// <summary>How many submissions there were when it began.</summary>
    public required int Total { get; init; }

    /// <summary>How many were looked at.</summary>
    public int Done { get; set; }

    /// <summary>How many change.</summary>
    public int Changed { get; set; }

    /// <summary>How many would count less and were left as they are.</summary>
    public int Kept { get; set; }

    /// <summary>The last submission that was looked at; they go by id.</summary>
    public Guid? After { get; set; }

    /// <summary>When all were looked at.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>Which copy of the service works on it.</summary>
    public Guid? LeaseOwner { get; set; }

    /// <summary>Until when nobody else takes it.</summary>
    public DateTime? LeaseUntil { get; set; }
}
