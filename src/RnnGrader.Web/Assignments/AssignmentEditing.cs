using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Assignments;

/// <summary>Makes, changes and removes assignments. Used by the API and by the pages.</summary>
internal sealed class AssignmentEditing(StoreContext store, TimeProvider time)
{
    /// <summary>Makes an assignment, once for one request.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="RefusalException">A parameter of an item has no meaning.</exception>
    public async Task<Guid> MakeAsync(Visit visit, AssignmentRequest request, RequestIdentity repeats, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var assignment = AssignmentRow.New(visit.Course, now);
        assignment.Set(request, now);
        store.Add(assignment);
        store.Record(visit, now, "assignment.made", Ids.Write(assignment.Id), null, AssignmentAnswer.Of(assignment));
        return await store.SaveOnceAsync(repeats, assignment.Id, now, cancellationToken);
    }

    /// <summary>Changes an assignment. Once students have worked on it, only what takes nothing from any of them.</summary>
    /// <param name="visit">Who does it, and to which.</param>
    /// <param name="change">Makes of what would make it as it is what it is to be, held to the rules.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RefusalException">It would be changed under students, or a parameter has no meaning.</exception>
    public Task<AssignmentAnswer> ChangeAsync(Visit visit, Func<AssignmentRequest, AssignmentRequest> change, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return store.InTransactionAsync(
            async () =>
            {
                var assignment = await FindAsync(visit.Id, cancellationToken, track: true);
                var before = AssignmentAnswer.Of(assignment);
                assignment.Set(change(AssignmentRequest.Of(assignment)), now);
                var after = AssignmentAnswer.Of(assignment);
                var worked = await store.Standings.Where(s => s.AssignmentId == visit.Id).GroupBy(s => s.ItemId)
                    .Select(item => new { Id = item.Key, HasBegun = item.Max(s => s.OpenedAt != null || s.Attempts > 0 ? 1 : 0) == 1 }).ToListAsync(cancellationToken);
                if (worked.Count > 0 && Fairness.Objections(before, after, worked.Select(item => Ids.Write(item.Id)).ToHashSet(), worked.Exists(item => item.HasBegun), now) is { Count: > 0 } objections)
                {
                    throw new RefusalException(Problem.Conflict(objections));
                }

                store.Record(visit, now, "assignment.changed", Ids.Write(visit.Id), before, after);
                await store.SaveChangesAsync(cancellationToken);
                return after;
            },
            cancellationToken);
    }

    /// <summary>Deletes an assignment that nobody has worked on; another one is archived, since work is never lost.</summary>
    /// <returns>The assignment where it is archived; null where it is gone.</returns>
    public Task<AssignmentAnswer?> RemoveAsync(Visit visit, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return store.InTransactionAsync(
            async () =>
            {
                var assignment = await FindAsync(visit.Id, cancellationToken, track: true);
                var before = AssignmentAnswer.Of(assignment);
                var hasWork = await store.Standings.AnyAsync(s => s.AssignmentId == visit.Id, cancellationToken);
                if (hasWork)
                {
                    assignment.ArchivedAt ??= now;
                }
                else
                {
                    store.Remove(assignment);
                }

                var after = hasWork ? AssignmentAnswer.Of(assignment) : null;
                store.Record(visit, now, hasWork ? "assignment.archived" : "assignment.deleted", Ids.Write(visit.Id), before, after);
                await store.SaveChangesAsync(cancellationToken);
                return after;
            },
            cancellationToken);
    }

    /// <summary>An assignment that is there, with its items.</summary>
    public Task<Assignment> FindAsync(Guid id, CancellationToken cancellationToken, bool track = false) =>
        store.Assignments.AsTracking(track ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking).Include(a => a.Items).AsSingleQuery().SingleAsync(a => a.Id == id, cancellationToken);
}
