using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace RnnGrader.Web.Webhooks;

/// <summary>Keeps webhooks' secrets encrypted, and signs with them.</summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("RnnGrader.Webhooks.Secret");

    public byte[] Protect(string secret) => protector.Protect(Encoding.UTF8.GetBytes(secret));

    /// <summary>`t=…,v1=…`: HMAC-SHA256 over the time in seconds, a dot and the body. Who checks the time as well can't be sent an old event again.</summary>
    public string Sign(byte[] secret, string body, DateTimeOffset now)
    {
        var time = now.ToUnixTimeSeconds();
        var hash = HMACSHA256.HashData(protector.Unprotect(secret), Encoding.UTF8.GetBytes(FormattableString.Invariant($"{time}.{body}")));
        return FormattableString.Invariant($"t={time},v1={Convert.ToHexStringLower(hash)}");
    }
}
