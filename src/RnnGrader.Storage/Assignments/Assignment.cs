namespace RnnGrader.Storage;

/// <summary>Exercises that a course's students work on, and when.</summary>
public sealed class Assignment
{
    /// <summary>A UUIDv7 made in code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The course.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>Such as `RNN by hand`.</summary>
    public required string Title { get; set; }

    /// <summary>Before it nothing is drawn or submitted; null for no such time.</summary>
    public required DateTime? OpensAt { get; set; }

    /// <summary>After it work is late; null for never.</summary>
    public required DateTime? DueAt { get; set; }

    /// <summary>From it on nothing is submitted; null for never.</summary>
    public required DateTime? ClosesAt { get; set; }

    /// <summary>Share of the score that each started day of 24 hours after <see cref="DueAt"/> takes, 0..1.</summary>
    public required double LatePenaltyPerDay { get; set; }

    /// <summary>When students see verdicts.</summary>
    public required FeedbackTime Feedback { get; set; }

    /// <summary>Whether values that follow from earlier wrong ones keep their credit.</summary>
    public required bool CreditsCarried { get; set; }

    /// <summary>Version of the grader that its submissions are graded by, until a regrade brings another.</summary>
    public required int GraderVersion { get; set; }

    /// <summary>Whether students see it.</summary>
    public required bool Published { get; set; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Since when it is out of the way: kept with its work, listed no more.</summary>
    public DateTime? ArchivedAt { get; set; }

    /// <summary>What is to be done, in order.</summary>
    public List<AssignmentItem> Items { get; } = [];
}
