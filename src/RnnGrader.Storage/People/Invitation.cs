namespace RnnGrader.Storage;

/// <summary>A link by which a person sets a password, once. The link itself is shown or sent once and kept nowhere.</summary>
public sealed class Invitation
{
    /// <summary>A UUIDv7 made in code.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who is invited.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>SHA-256 of the link's secret, which is random enough to need no salt. Unique.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Until when it works.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>Whether it went to the person's address and was seen by nobody else: who uses it has shown that the address is theirs.</summary>
    public bool Sent { get; set; }

    /// <summary>Since when it works no more: it was used, or a newer one took its place.</summary>
    public DateTime? UsedAt { get; set; }
}
