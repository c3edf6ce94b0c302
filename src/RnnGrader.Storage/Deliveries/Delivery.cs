namespace RnnGrader.Storage;

/// <summary>
/// Something that is wanted at another place. For scores one row a student and link, whatever became of it: what is sent is read when it is sent, so that it
/// is always the newest. Any copy of the service may take it, one at a time.
/// </summary>
public sealed class Delivery
{
    /// <summary>A UUIDv7 made in code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The course.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>What is delivered.</summary>
    public required DeliveryKind Kind { get; init; }

    /// <summary>Where to: an <see cref="LtiLink"/> or a <see cref="Webhook"/>.</summary>
    public required Guid TargetId { get; init; }

    /// <summary>The assignment whose score it is, or that the event is about.</summary>
    public required Guid AssignmentId { get; set; }

    /// <summary>The student.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The student's name at the platform, for a score.</summary>
    public string? Subject { get; init; }

    /// <summary>Name of the event, such as `grade.changed`.</summary>
    public string? Event { get; init; }

    /// <summary>What the event tells: JSON.</summary>
    public string? Body { get; init; }

    /// <summary>Another one each time that something else is wanted: who has sent what was wanted before has not sent this.</summary>
    public Guid Wanted { get; set; }

    /// <summary>How far it is.</summary>
    public DeliveryState State { get; set; }

    /// <summary>When it is tried next; null where it is not.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>Who has taken it; null for nobody.</summary>
    public Guid? Lease { get; set; }

    /// <summary>Until when nobody else may take it.</summary>
    public DateTime? LeasedUntil { get; set; }

    /// <summary>How often what is wanted now was tried in vain.</summary>
    public int Tries { get; set; }

    /// <summary>What was wrong the last time, in the other side's words; null where nothing was.</summary>
    public string? Problem { get; set; }

    /// <summary>The score that the platform has, 0..1; null before the first, and where one that is on its way may have arrived.</summary>
    public double? SentScore { get; set; }

    /// <summary>Time stamp of the last score that was or may have been sent. They only ever rise.</summary>
    public DateTime? Stamp { get; set; }

    /// <summary>When it last arrived.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime CreatedAt { get; init; }
}
