using Microsoft.AspNetCore.DataProtection;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Registering;

/// <summary>Links that let a platform register itself: encrypted, good for a week and for once.</summary>
internal sealed class RegistrationInvitations(StoreContext store, IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);
    private const string Purpose = "RnnGrader.Lti.Invitation";

    public RegistrationLinkAnswer Make(string origin) =>
        new($"{origin}{DynamicRegistration.Path}?invitation={protection.Seal(Purpose, (Guid?)Guid.NewGuid(), time.Now() + Lifetime)}", time.Now() + Lifetime);

    /// <summary>What it is known by; null where it is none of ours, or too old.</summary>
    public string? Read(string? text) => protection.Unseal<Guid?>(Purpose, text, time.Now()) is { } id ? $"invitation-{id:N}" : null;

    /// <returns>Whether it was good still.</returns>
    public Task<bool> UseAsync(string name, CancellationToken cancellationToken) => store.UseUpAsync(name, time.Now() + Lifetime, cancellationToken);
}
