using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Solving;

/// <summary>Keeps that hints were shown. Used by the API and by the pages.</summary>
internal static class HintKeeping
{
    /// <summary>The same hint asked for again, also by two at once, is one that was shown.</summary>
    public static async Task KeepAsync(this StoreContext store, HintUse use, CancellationToken cancellationToken)
    {
        if (await store.HintUses.AnyAsync(
            known => known.InstanceId == use.InstanceId && known.Blank == use.Blank && known.Row == use.Row && known.Column == use.Column && known.Level == use.Level, cancellationToken))
        {
            return;
        }

        store.Add(use);
        try
        {
            await store.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (StoreErrors.IsDuplicate(error))
        {
            store.ChangeTracker.Clear();
        }
    }
}
