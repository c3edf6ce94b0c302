namespace RnnGrader.Storage;

/// <summary>A nonce that came back in a launch. Its primary key is what makes a launch good for once, on whichever copy of the service it arrives.</summary>
public sealed class LtiNonce
{
    /// <summary>The nonce. Primary key.</summary>
    public required string Nonce { get; init; }

    /// <summary>From when on it can be forgotten: the state that it belongs to is good no more.</summary>
    public required DateTime ExpiresAt { get; init; }
}
