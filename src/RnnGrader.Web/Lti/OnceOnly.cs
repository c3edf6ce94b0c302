using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Lti;

internal static class OnceOnly
{
    /// <summary>Uses something up that is good for once. Its row is what makes it so, at whichever copy of the service.</summary>
    /// <returns>Whether it was good still.</returns>
    public static async Task<bool> UseUpAsync(this StoreContext store, string name, DateTime forgottenAt, CancellationToken cancellationToken)
    {
        store.Add(new LtiNonce { Nonce = name, ExpiresAt = forgottenAt });
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
