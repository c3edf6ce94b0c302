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
}
