namespace RnnGrader.Storage;

/// <summary>One of the places where a platform has installed the tool. Many per registration are normal.</summary>
public sealed class LtiDeployment
{
    /// <summary>The registration. Part of the primary key.</summary>
    public required Guid RegistrationId { get; init; }

    /// <summary>The platform's name for it. Part of the primary key.</summary>
    public required string DeploymentId { get; init; }

    /// <summary>Whether a launch made it known and no administrator has let it in yet.</summary>
    public required bool IsPending { get; set; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime CreatedAt { get; init; }
}
