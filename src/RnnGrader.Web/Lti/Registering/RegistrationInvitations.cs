using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Registering;

/// <summary>Links that let a platform register itself: encrypted, good for a week and for once.</summary>
internal sealed class RegistrationInvitations(StoreContext store, IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("RnnGrader.Lti.Invitation").ToTimeLimitedDataProtector();

    public RegistrationLinkAnswer Make(string origin)
    {
        var text = WebEncoders.Base64UrlEncode(protector.Protect(Guid.NewGuid().ToByteArray(), Lifetime));
        return new($"{origin}{DynamicRegistration.Path}?invitation={text}", time.Now() + Lifetime);
    }

    /// <summary>What it is known by; null where it is none of ours, or too old.</summary>
    public string? Read(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : "invitation-" + new Guid(protector.Unprotect(WebEncoders.Base64UrlDecode(text))).ToString("N");
        }
        catch (Exception error) when (error is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Uses it up. Its row is what makes it good for once.</summary>
    /// <returns>Whether it was good still.</returns>
    public async Task<bool> UseAsync(string name, CancellationToken cancellationToken)
    {
        store.Add(new LtiNonce { Nonce = name, ExpiresAt = time.Now() + Lifetime });
        try
        {
            await store.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException error) when (StoreErrors.IsDuplicate(error))
        {
            store.ChangeTracker.Clear();
            return false;
        }
    }
}
