namespace RnnGrader.Storage;

/// <summary>Who a platform's user is here. Two platforms' users are two people unless an administrator joins them.</summary>
public sealed class LtiUser
{
    /// <summary>The registration. Part of the primary key.</summary>
    public required Guid RegistrationId { get; init; }

    /// <summary>The platform's `sub`. Part of the primary key.</summary>
    public required string Subject { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; set; }
}
