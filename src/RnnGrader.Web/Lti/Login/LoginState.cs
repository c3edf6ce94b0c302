using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Login;

/// <summary>
/// What a login leaves with the platform to be brought back: encrypted, so that any copy of the service can read it and an unfinished login costs no row. It is
/// good for once by its <see cref="Nonce"/>, which the launch puts into the store.
/// </summary>
/// <param name="RegistrationId">The platform.</param>
/// <param name="Nonce">What the id_token must say: 32 random bytes.</param>
/// <param name="BrowserHash">SHA-256 of the secret that only the browser of this login has.</param>
/// <param name="StorageTarget">The platform's frame that keeps the secret too; null where it offers none.</param>
/// <param name="LoginQuery">The login's own query, to begin anew in a window; null where it is long.</param>
/// <param name="ExpiresAt">Until when it is good.</param>
internal sealed record LoginState(Guid RegistrationId, string Nonce, string BrowserHash, string? StorageTarget, string? LoginQuery, DateTime ExpiresAt)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const string Purpose = "RnnGrader.Lti.LoginState";
    private const int MaxQuery = 800;

    /// <summary>A new state, and the secret for the browser.</summary>
    public static (LoginState State, string Secret) Begin(Guid registration, string? storageTarget, string? query, DateTime now)
    {
        var secret = Random();
        return (new(registration, Random(), Hash(secret), storageTarget, query is { Length: <= MaxQuery } ? query : null, now + Lifetime), secret);
    }

    /// <summary>Name of this login's own cookie and storage key: two tabs have two.</summary>
    public string Name => "lti-" + Nonce[..16];

    public bool IsOf(string? secret) => secret is not null
        && CryptographicOperations.FixedTimeEquals(WebEncoders.Base64UrlDecode(BrowserHash), WebEncoders.Base64UrlDecode(Hash(secret)));

    public string Protect(IDataProtectionProvider protection) =>
        WebEncoders.Base64UrlEncode(protection.CreateProtector(Purpose).Protect(JsonSerializer.SerializeToUtf8Bytes(this)));

    /// <exception cref="LtiRefusal">It is not one of ours, or too old.</exception>
    public static LoginState Read(string? text, IDataProtectionProvider protection, TimeProvider time)
    {
        LoginState? state;
        try
        {
            state = string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<LoginState>(protection.CreateProtector(Purpose).Unprotect(WebEncoders.Base64UrlDecode(text)));
        }
        catch (Exception error) when (error is CryptographicException or FormatException or JsonException)
        {
            state = null;
        }

        return state is null ? throw new LtiRefusal("state_unknown", "This launch was not begun here. Open the link in your course again.")
            : time.Now() >= state.ExpiresAt ? throw new LtiRefusal("state_expired", "This launch took longer than ten minutes. Open the link in your course again.")
            : state;
    }

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    private static string Hash(string secret) => WebEncoders.Base64UrlEncode(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));
}
