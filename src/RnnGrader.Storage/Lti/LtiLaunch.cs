namespace RnnGrader.Storage;

/// <summary>A line of the launch log: what became of a launch, without anything that tells who it was.</summary>
public sealed class LtiLaunch
{
    /// <summary>A UUIDv7 made in code: lines sort by time. Its end is the reference number that a refused person is shown.</summary>
    public required Guid Id { get; init; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime At { get; init; }

    /// <summary>The registration; null where none was found.</summary>
    public required Guid? RegistrationId { get; init; }

    /// <summary>`accepted`, or the code of the check that it did not pass.</summary>
    public required string Outcome { get; init; }

    /// <summary>What was wrong, in a sentence; null where nothing was.</summary>
    public required string? Detail { get; init; }

    /// <summary>Seconds by which the platform's `iat` was ahead of the clock here; null where it said none.</summary>
    public required double? Skew { get; init; }

    /// <summary>Claims that name no person: JSON; null where the token could not be read.</summary>
    public required string? Claims { get; init; }
}
