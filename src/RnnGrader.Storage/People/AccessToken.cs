namespace RnnGrader.Storage;

/// <summary>What a program shows to act for a person. The token itself is shown once and kept nowhere.</summary>
public sealed class AccessToken
{
    /// <summary>A UUIDv7 made in code.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whom it stands for.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What it is for, in its maker's words.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the token, which is random enough to need no salt. Unique.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Until when it is good; null for ever.</summary>
    public required DateTime? ExpiresAt { get; init; }

    /// <summary>Since when it is good no more.</summary>
    public DateTime? RevokedAt { get; set; }
}
