using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.People.Joining;

/// <summary>Moves one person's work to another, in the caller's transaction. No instance and no submission is lost, and where both have worked on an item the better counts.</summary>
internal sealed class JoinedWork(StoreContext store)
{
    // Numbers that must differ are moved far away first, so that none is there twice in between.
    private const int Far = 1_000_000;

    public async Task MoveAsync(Guid goes, Guid stays, DateTime now, CancellationToken cancellationToken)
    {
        // A write first: it queues behind submissions that are being taken in, so that none is left behind.
        await store.Standings.Where(s => s.PersonId == goes || s.PersonId == stays).ExecuteUpdateAsync(set => set.SetProperty(s => s.Attempts, s => s.Attempts), cancellationToken);
        foreach (var theirs in await store.Standings.AsNoTracking().Where(s => s.PersonId == goes).ToListAsync(cancellationToken))
        {
            var own = await store.Standings.AsNoTracking().SingleOrDefaultAsync(s => s.ItemId == theirs.ItemId && s.PersonId == stays, cancellationToken);
            await MoveInstancesAsync(theirs.ItemId, goes, stays, cancellationToken);
            await MoveSubmissionsAsync(theirs.ItemId, goes, stays, cancellationToken);
            if (own is null)
            {
                await store.Standings.Where(s => s.ItemId == theirs.ItemId && s.PersonId == goes).ExecuteUpdateAsync(set => set.SetProperty(s => s.PersonId, stays), cancellationToken);
            }
            else
            {
                await MergeAsync(own, theirs, now, cancellationToken);
            }
        }

        await store.Mistakes.Where(m => m.PersonId == goes).ExecuteUpdateAsync(set => set.SetProperty(m => m.PersonId, stays), cancellationToken);
        await store.RegradeChanges.Where(c => c.PersonId == goes).ExecuteUpdateAsync(set => set.SetProperty(c => c.PersonId, stays), cancellationToken);
        await MoveExtensionsAsync(goes, stays, cancellationToken);
        await MoveDeliveriesAsync(goes, stays, now, cancellationToken);
    }

    // Theirs go before the first of who stays, whose numbers remain the last: those are the ones that are worked on, and copies of the service know them by their round.
    private async Task MoveInstancesAsync(Guid item, Guid goes, Guid stays, CancellationToken cancellationToken)
    {
        var theirs = store.Instances.Where(i => i.ItemId == item && i.PersonId == goes);
        var first = await store.Instances.Where(i => i.ItemId == item && i.PersonId == stays).MinAsync(i => i.Round, cancellationToken);
        var back = first is null ? 0 : (await theirs.MaxAsync(i => i.Round, cancellationToken) ?? 0) + 1 - first.Value;
        await theirs.ExecuteUpdateAsync(set => set.SetProperty(i => i.PersonId, stays).SetProperty(i => i.Round, i => i.Round - back), cancellationToken);
    }

    // Attempts are counted anew in the order in which they came.
    private async Task MoveSubmissionsAsync(Guid item, Guid goes, Guid stays, CancellationToken cancellationToken)
    {
        var own = store.Submissions.Where(s => s.ItemId == item && s.PersonId == stays);
        await store.Submissions.Where(s => s.ItemId == item && s.PersonId == goes).ExecuteUpdateAsync(set => set.SetProperty(s => s.PersonId, stays).SetProperty(s => s.Attempt, s => s.Attempt + Far), cancellationToken);
        foreach (var (index, id) in (await own.OrderBy(s => s.ReceivedAt).ThenBy(s => s.Id).Select(s => s.Id).ToListAsync(cancellationToken)).Index())
        {
            var attempt = (2 * Far) + index + 1;
            await own.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Attempt, attempt), cancellationToken);
        }

        await own.ExecuteUpdateAsync(set => set.SetProperty(s => s.Attempt, s => s.Attempt - (2 * Far)), cancellationToken);
    }

    private async Task MergeAsync(Standing own, Standing theirs, DateTime now, CancellationToken cancellationToken)
    {
        var first = new[] { own, theirs }.Where(s => s.CompletedAt is not null).MinBy(s => s.CompletedAt);
        var (opened, last) = (new[] { own.OpenedAt, theirs.OpenedAt }.Min(), new[] { own.LastAt, theirs.LastAt }.Max());
        await store.Standings.Where(s => s.ItemId == own.ItemId && s.PersonId == theirs.PersonId).ExecuteDeleteAsync(cancellationToken);
        await store.Standings.Where(s => s.ItemId == own.ItemId && s.PersonId == own.PersonId).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.Attempts, s => s.Attempts + theirs.Attempts).SetProperty(s => s.OpenedAt, opened).SetProperty(s => s.LastAt, last)
                .SetProperty(s => s.CompletedAt, first == null ? null : first.CompletedAt).SetProperty(s => s.SecondsToComplete, first == null ? null : first.SecondsToComplete),
            cancellationToken);
        await store.RecountAsync(own.ItemId, own.PersonId, now, cancellationToken);
    }

    private async Task MoveExtensionsAsync(Guid goes, Guid stays, CancellationToken cancellationToken)
    {
        var known = await store.Extensions.Where(e => e.PersonId == stays).ToDictionaryAsync(e => e.AssignmentId, cancellationToken);
        foreach (var theirs in await store.Extensions.AsNoTracking().Where(e => e.PersonId == goes).ToListAsync(cancellationToken))
        {
            var moved = store.Extensions.Where(e => e.AssignmentId == theirs.AssignmentId && e.PersonId == goes);
            if (known.TryGetValue(theirs.AssignmentId, out var own))
            {
                (own.DueAt, own.ClosesAt) = (new[] { own.DueAt, theirs.DueAt }.Max(), new[] { own.ClosesAt, theirs.ClosesAt }.Max());
                (own.ExtraAttempts, own.Reason) = (Math.Max(own.ExtraAttempts, theirs.ExtraAttempts), $"{own.Reason}; {theirs.Reason}");
                await moved.ExecuteDeleteAsync(cancellationToken);
            }
            else
            {
                await moved.ExecuteUpdateAsync(set => set.SetProperty(e => e.PersonId, stays), cancellationToken);
            }
        }

        await store.SaveChangesAsync(cancellationToken);
    }

    // What counts may be the other's now, at every platform of both: it is looked at anew, and sent where it differs.
    private async Task MoveDeliveriesAsync(Guid goes, Guid stays, DateTime now, CancellationToken cancellationToken)
    {
        await store.Deliveries.Where(d => d.PersonId == goes).ExecuteUpdateAsync(set => set.SetProperty(d => d.PersonId, stays), cancellationToken);
        foreach (var delivery in await store.Deliveries.Where(d => d.PersonId == stays && d.Kind == DeliveryKind.Score).ToListAsync(cancellationToken))
        {
            delivery.WantAgain(now);
        }

        await store.SaveChangesAsync(cancellationToken);
    }
}
