namespace RnnGrader.Web.Requests;

/// <summary>What tells a request from another one.</summary>
/// <param name="Scope">What the key is good for.</param>
/// <param name="Key">The `Idempotency-Key`; null where none was sent.</param>
/// <param name="Hash">SHA-256 of the body as it was sent.</param>
internal sealed record RequestIdentity(string Scope, string? Key, byte[] Hash)
{
    /// <summary>A request that is safe to repeat by itself.</summary>
    public static readonly RequestIdentity None = new("", null, []);

    /// <summary>A key is good for one method, one path and one caller: nobody is answered what another was.</summary>
    public static string ScopeOf(string method, string path, Guid? person) => $"{method} {path.ToLowerInvariant()} {person?.ToString("N") ?? "-"}";
}
