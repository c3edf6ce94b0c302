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

    /// <summary>The course; null, like all below, for practice.</summary>
    public Guid? CourseId { get; init; }

    /// <summary>The assignment.</summary>
    public Guid? AssignmentId { get; init; }

    /// <summary>The item of the assignment.</summary>
    public Guid? ItemId { get; init; }

    /// <summary>The student.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>1 for the student's first submission to the item.</summary>
    public int? Attempt { get; init; }

    /// <summary>Its grades, one a regrade; the newest counts.</summary>
    public List<Grade> Grades { get; } = [];

    /// <summary>Scores that people set; the newest counts in place of the grades.</summary>
    public List<Override> Overrides { get; } = [];

    /// <summary>What counts: a person's score, or else the newest grade less its late penalty. 0..1.</summary>
    public double Counted => Overrides.MaxBy(o => o.Id)?.Score ?? Grades.MaxBy(g => g.Id)!.Counted;
}
