using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Drafts;

/// <summary>Stores drafts. Used by the API and by the pages.</summary>
internal static class DraftKeeping
{
    /// <summary>Keeps what stands in a form that was sent for something else than handing in: it replaces what is there.</summary>
    public static async Task KeepDraftAsync(this StoreContext store, Guid instance, string answers, DateTime now, CancellationToken cancellationToken)
    {
        int known;
        do
        {
            known = await store.Drafts.Where(d => d.InstanceId == instance).Select(d => d.Version).SingleOrDefaultAsync(cancellationToken);
        }
        while (!await store.TryKeepDraftAsync(instance, answers, known, now, cancellationToken));
    }

    /// <summary>Stores the version after <paramref name="known"/>. The version in the condition decides between two at once; whoever loses looks again.</summary>
    /// <returns>Whether it was still the version after.</returns>
    public static async Task<bool> TryKeepDraftAsync(this StoreContext store, Guid instance, string answers, int known, DateTime now, CancellationToken cancellationToken)
    {
        if (known > 0)
        {
            return await store.InTransactionAsync(
                () => store.Drafts.Where(d => d.InstanceId == instance && d.Version == known).ExecuteUpdateAsync(
                    set => set.SetProperty(d => d.Answers, answers).SetProperty(d => d.Version, known + 1).SetProperty(d => d.SavedAt, now), cancellationToken),
                cancellationToken) == 1;
        }

        try
        {
            store.Add(new Draft { InstanceId = instance, Answers = answers, Version = 1, SavedAt = now });
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
