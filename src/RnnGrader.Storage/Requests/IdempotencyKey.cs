namespace RnnGrader.Storage;

/// <summary>A request that was carried out, so that the same one arriving again is answered and not carried out twice.</summary>
public sealed class IdempotencyKey
{
    /// <summary>What the key is good for: the method and path of the request. Part of the primary key.</summary>
    public required string Scope { get; init; }

    /// <summary>The client's key. Part of the primary key.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of the request's body.</summary>
    public required byte[] BodyHash { get; init; }

    /// <summary>The instance or submission that the request made.</summary>
    public required Guid CreatedId { get; init; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime CreatedAt { get; init; }
}
