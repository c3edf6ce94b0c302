using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Work;

/// <summary>Reads a student's own work. Used by the API and by the pages.</summary>
internal sealed class StudentWork(StoreContext store, TimeProvider time)
{
    /// <summary>Where a student stands with each item of an assignment, in order.</summary>
    public async Task<IReadOnlyList<WorkItemAnswer>> ReadAsync(Guid assignment, Guid person, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var terms = await Terms.Of(store, assignment, person).ToListAsync(cancellationToken);
        var standings = await store.Standings.AsNoTracking().Where(s => s.AssignmentId == assignment && s.PersonId == person).ToDictionaryAsync(s => s.ItemId, cancellationToken);
        var items = terms.Select(t => t.Item.Id).ToList();
        var instances = await store.Instances.Where(i => items.Contains(i.ItemId!.Value) && i.PersonId == person)
            .Select(i => new { i.ItemId, i.Round, i.Id }).ToListAsync(cancellationToken);
        return [.. terms.Select(t => WorkItemAnswer.Of(
            t, standings.GetValueOrDefault(t.Item.Id), instances.Where(i => i.ItemId == t.Item.Id).MaxBy(i => i.Round)?.Id, now))];
    }

    /// <summary>What holds for a student at one item; null where the assignment has no such item.</summary>
    public Task<Terms?> TermsAsync(Guid assignment, Guid item, Guid person, CancellationToken cancellationToken) =>
        Terms.Of(store, assignment, person, item).SingleOrDefaultAsync(cancellationToken);
}
