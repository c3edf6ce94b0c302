using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace RnnGrader.Web.Lti;

/// <summary>What a browser carries for us and can neither read nor change: encrypted, for one purpose and for a time, and good at every copy of the service.</summary>
internal static class Sealed
{
    public static string Seal<T>(this IDataProtectionProvider protection, string purpose, T value, TimeSpan lifetime) =>
        WebEncoders.Base64UrlEncode(Protector(protection, purpose).Protect(JsonSerializer.SerializeToUtf8Bytes(value), lifetime));

    /// <summary>The value; the type's default where the text is none of ours, or too old.</summary>
    public static T? Unseal<T>(this IDataProtectionProvider protection, string purpose, string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? default : JsonSerializer.Deserialize<T>(Protector(protection, purpose).Unprotect(WebEncoders.Base64UrlDecode(text)));
        }
        catch (Exception error) when (error is CryptographicException or FormatException or JsonException)
        {
            return default;
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection, string purpose) => protection.CreateProtector(purpose).ToTimeLimitedDataProtector();
}
