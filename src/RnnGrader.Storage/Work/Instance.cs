namespace RnnGrader.Storage;

/// <summary>A drawn exercise, kept whole, so that a change of its generator never changes what a student was given. Never edited.</summary>
public sealed class Instance
{
    /// <summary>A UUIDv7 made in code.</summary>
    public required Guid Id { get; init; }

    /// <summary>Slug of the exercise.</summary>
    public required string Exercise { get; init; }

    /// <summary>Version of the exercise that drew it.</summary>
    public required int Version { get; init; }

    /// <summary>What it was drawn from, 0..2^53−1; null where the givens were set by hand.</summary>
    public required long? Seed { get; init; }

    /// <summary>Title of the exercise when it was drawn.</summary>
    public required string Title { get; init; }

    /// <summary>Level of the exercise when it was drawn.</summary>
    public required string Level { get; init; }

    /// <summary>What the draw was given, complete with defaults: JSON.</summary>
    public required string Parameters { get; init; }

    /// <summary>Givens, formulas and blanks: JSON, in the engine's form.</summary>
    public required string Worksheet { get; init; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>What is typed to come from the sheet on paper to this instance; null where it was drawn before there were codes and never printed.</summary>
    public string? Code { get; init; }

    /// <summary>The course whose student works on it; null, like all below, for practice.</summary>
    public Guid? CourseId { get; init; }

    /// <summary>The assignment.</summary>
    public Guid? AssignmentId { get; init; }

    /// <summary>The item of the assignment.</summary>
    public Guid? ItemId { get; init; }

    /// <summary>The student whose numbers these are.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>0 for the student's first numbers, 1 for the next; below 0 where they came with somebody who was joined to the student. The highest are the ones that are worked on.</summary>
    public int? Round { get; init; }

    /// <summary>A hash of the worksheet, by which numbers that somebody of the item has already are told.</summary>
    public long? Fingerprint { get; init; }

    /// <summary>0, or how many had the same numbers already where the exercise has fewer than there are students.</summary>
    public int? Twin { get; init; }
}
