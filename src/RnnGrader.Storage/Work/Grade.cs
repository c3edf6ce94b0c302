namespace RnnGrader.Storage;

/// <summary>A verdict on a submission, by one version of the grader. Never edited.</summary>
public sealed class Grade
{
    /// <summary>A UUIDv7 made in code: grades of a submission sort by when they were made.</summary>
    public required Guid Id { get; init; }

    /// <summary>The submission that is graded.</summary>
    public required Guid SubmissionId { get; init; }

    /// <summary>Version of the grader that made it.</summary>
    public required int GraderVersion { get; init; }

    /// <summary>0..1.</summary>
    public required double Score { get; init; }

    /// <summary>Cells that are correct.</summary>
    public required int Correct { get; init; }

    /// <summary>Cells that are right for the student's own earlier values.</summary>
    public required int Carried { get; init; }

    /// <summary>Cells that count.</summary>
    public required int Total { get; init; }

    /// <summary>Whether every cell is right.</summary>
    public required bool Complete { get; init; }

    /// <summary>Errors that do not follow from each other.</summary>
    public required int Errors { get; init; }

    /// <summary>The cell that went wrong first: JSON, in the form that the API answers; null where none did.</summary>
    public required string? FirstDivergence { get; init; }

    /// <summary>The verdict on each cell: JSON, in the form that the API answers.</summary>
    public required string Cells { get; init; }

    /// <summary>Started days of 24 hours by which the submission was late.</summary>
    public int DaysLate { get; init; }

    /// <summary>Share of the score that is left after the late penalty, 0..1.</summary>
    public double LateFactor { get; init; } = 1;

    /// <summary>The regrade that made it; null for the first grade.</summary>
    public Guid? RegradeId { get; init; }

    /// <summary>The score less the late penalty.</summary>
    public double Counted => Score * LateFactor;

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime CreatedAt { get; init; }
}
