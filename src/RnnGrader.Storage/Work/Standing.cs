namespace RnnGrader.Storage;

/// <summary>
/// Where a student stands with an item: what gradebook, progress and statistics are made of, so that none of them reads submissions. Written in the
/// transaction of whatever changes it; its row is also what one student's submissions queue at.
/// </summary>
public sealed class Standing
{
    /// <summary>The item. Part of the primary key.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>The student. Part of the primary key.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The course.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>The assignment.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>When the student first opened the item; null where they have its numbers on paper alone.</summary>
    public required DateTime? OpenedAt { get; init; }

    /// <summary>How many submissions there are.</summary>
    public int Attempts { get; set; }

    /// <summary>What the first submission counts; null before it.</summary>
    public double? First { get; set; }

    /// <summary>What the best submission counts; null before the first.</summary>
    public double? Best { get; set; }

    /// <summary>The submission that counts <see cref="Best"/>.</summary>
    public Guid? BestSubmissionId { get; set; }

    /// <summary>When the newest submission was received.</summary>
    public DateTime? LastAt { get; set; }

    /// <summary>When the exercise was completed. It stays completed.</summary>
    public DateTime? CompletedAt { get; set; }

    /// <summary>Seconds from opening to completing; null also where it was never opened but done on paper.</summary>
    public int? SecondsToComplete { get; set; }

    /// <summary>Started days by which the best submission was late.</summary>
    public int DaysLate { get; set; }

    /// <summary>Whether a person set what the best submission counts.</summary>
    public bool Overridden { get; set; }
}
