namespace RnnGrader.Storage;

/// <summary>A key that this tool signs with. It is published before it signs, and stays published until it is out of every cache.</summary>
public sealed class LtiKey
{
    /// <summary>Its `kid`.</summary>
    public required string Id { get; init; }

    /// <summary>The public half: a JWK.</summary>
    public required string PublicKey { get; init; }

    /// <summary>The private half in PKCS #8, encrypted by Data Protection.</summary>
    public required byte[] PrivateKey { get; init; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>From when on it signs, until a younger one does.</summary>
    public required DateTime SignsFrom { get; set; }
}
