using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Work;

/// <summary>Sets standings anew from submissions, after scores were changed by something else than a new submission.</summary>
internal static class Recounting
{
    /// <summary>Sets one student's standing with one item anew. Runs in the caller's transaction, after the change was saved in it.</summary>
    public static async Task RecountAsync(this StoreContext store, Guid itemId, Guid person, DateTime now, CancellationToken cancellationToken)
    {
        // A write first: it queues behind a submission that is being taken in, so that none is left out.
        await store.Standings.Where(s => s.ItemId == itemId && s.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(s => s.Attempts, s => s.Attempts), cancellationToken);
        var standing = await store.Standings.SingleAsync(s => s.ItemId == itemId && s.PersonId == person, cancellationToken);
        var item = await store.Items.AsNoTracking().SingleAsync(i => i.Id == itemId, cancellationToken);
        var submissions = await store.Submissions.AsNoTracking().AsSplitQuery()
            .Include(s => s.Grades).Include(s => s.Overrides)
            .Where(s => s.ItemId == itemId && s.PersonId == person).ToListAsync(cancellationToken);
        if (submissions.Count > 0)
        {
            standing.Recount(submissions, item, now);
            await store.SaveChangesAsync(cancellationToken);
        }
    }
}
