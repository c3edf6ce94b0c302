namespace RnnGrader.Storage;

/// <summary>This tool as one platform knows it: the pair (issuer, client id) and the platform's addresses.</summary>
public sealed class LtiRegistration
{
    /// <summary>A UUIDv7 made in code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The platform's `iss`, to the letter. Unique together with <see cref="ClientId"/>.</summary>
    public required string Issuer { get; init; }

    /// <summary>What the platform calls this tool.</summary>
    public required string ClientId { get; init; }

    /// <summary>The platform, for people.</summary>
    public required string Name { get; set; }

    /// <summary>Where a login goes on.</summary>
    public required string AuthorizationEndpoint { get; set; }

    /// <summary>Where tokens for its services are had; null where it has no services.</summary>
    public required string? TokenEndpoint { get; set; }

    /// <summary>`aud` of the assertion that a token is asked for with; null for the token endpoint itself.</summary>
    public required string? TokenAudience { get; set; }

    /// <summary>Its public keys.</summary>
    public required string KeysUrl { get; set; }

    /// <summary>Origins that may frame this tool, apart by spaces: the platform's own, and those that verified launches came from.</summary>
    public required string Origins { get; set; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime CreatedAt { get; init; }
}
