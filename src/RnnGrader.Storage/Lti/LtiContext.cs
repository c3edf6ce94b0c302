namespace RnnGrader.Storage;

/// <summary>A course of a platform, and the course here that it is.</summary>
public sealed class LtiContext
{
    /// <summary>A UUIDv7 made in code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The registration. Unique together with the next two.</summary>
    public required Guid RegistrationId { get; init; }

    /// <summary>The deployment.</summary>
    public required string DeploymentId { get; init; }

    /// <summary>The platform's id of its course.</summary>
    public required string ContextId { get; init; }

    /// <summary>The course here.</summary>
    public required Guid CourseId { get; set; }

    /// <summary>Where its members are listed (NRPS); null where the platform does not say.</summary>
    public string? MembersUrl { get; set; }

    /// <summary>Where its groups are listed; null where the platform does not say.</summary>
    public string? GroupsUrl { get; set; }

    /// <summary>When the roster is read next; null where it can't be.</summary>
    public DateTime? RosterDueAt { get; set; }

    /// <summary>When the roster was last applied whole.</summary>
    public DateTime? RosterReadAt { get; set; }

    /// <summary>Why the last reading of the roster failed; null where it did not.</summary>
    public string? RosterProblem { get; set; }
}
