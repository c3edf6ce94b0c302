namespace RnnGrader.Storage;

/// <summary>An exercise of an assignment.</summary>
public sealed class AssignmentItem
{
    /// <summary>A UUIDv7 made in code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The course.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>The assignment.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>Its place in the assignment, from 0.</summary>
    public required int Position { get; set; }

    /// <summary>Slug of the exercise.</summary>
    public required string Exercise { get; init; }

    /// <summary>Level of the exercise, by which progress is counted.</summary>
    public required string Level { get; init; }

    /// <summary>What draws are given, complete with defaults: JSON.</summary>
    public required string Parameters { get; set; }

    /// <summary>What a score of 1 is worth.</summary>
    public required double Points { get; set; }

    /// <summary>How often it may be submitted; null for as often as one likes.</summary>
    public required int? MaxAttempts { get; set; }

    /// <summary>Whether a student may have new numbers.</summary>
    public required NewNumbers NewNumbers { get; set; }

    /// <summary>The best score from which on the exercise counts as completed, 0..1.</summary>
    public required double CompleteAt { get; set; }
}
