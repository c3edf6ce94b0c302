using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace RnnGrader.Web.Lti;

/// <summary>What a browser carries for us and can neither read nor change: encrypted, for one purpose and until a time, and good at every copy of the service.</summary>
internal static class Sealed
{
    public static string Seal<T>(this IDataProtectionProvider protection, string purpose, T value, DateTime expiresAt) =>
        WebEncoders.Base64UrlEncode(protection.CreateProtector(purpose).Protect(JsonSerializer.SerializeToUtf8Bytes(new Content<T>(value, expiresAt))));

    /// <summary>The value; the type's default where the text is none of ours, or too old.</summary>
    public static T? Unseal<T>(this IDataProtectionProvider protection, string purpose, string? text, DateTime now)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content<T>>(protection.CreateProtector(purpose).Unprotect(WebEncoders.Base64UrlDecode(text ?? "")));
            return content is not null && now < content.ExpiresAt ? content.Value : default;
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return default;
        }
    }

    // The time is our own to look at: the framework's time-limited protector reads a clock that no test can set.
    private sealed record Content<T>(T Value, DateTime ExpiresAt);
}
