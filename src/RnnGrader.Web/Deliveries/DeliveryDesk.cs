using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Deliveries;

/// <summary>What has arrived at other places, what waits and what was refused; and sends it again. Used by the API and by the pages.</summary>
internal sealed class DeliveryDesk(StoreContext store, TimeProvider time)
{
    /// <summary>Deliveries of a course by student; those in one state, where one is given.</summary>
    public async Task<Page<DeliveryAnswer>> PageAsync(Guid course, DeliveryState? state, Paging paging, CancellationToken cancellationToken)
    {
        var rows = await (
            from delivery in store.Deliveries.AsNoTracking()
            join person in store.Users on delivery.PersonId equals person.Id
            where delivery.CourseId == course && (state == null || delivery.State == state)
            orderby delivery.Kind, person.Name, delivery.Id
            select new { delivery, person.Name }).Skip(paging.After).Take(paging.Limit + 1).ToListAsync(cancellationToken);
        return paging.Cut(rows).Select(row => DeliveryAnswer.Of(row.delivery, row.Name));
    }

    /// <summary>How far students' scores of an assignment are on their way to platforms, by id of the student.</summary>
    public async Task<ILookup<string, DeliveryAnswer>> ScoresAsync(Guid assignment, IReadOnlyCollection<Guid> students, CancellationToken cancellationToken) =>
        (await store.Deliveries.AsNoTracking().Where(d => d.AssignmentId == assignment && d.Kind == DeliveryKind.Score && students.Contains(d.PersonId)).OrderBy(d => d.Id).ToListAsync(cancellationToken))
            .Select(d => DeliveryAnswer.Of(d, "")).ToLookup(d => d.Person);

    /// <summary>Whether a student's score has arrived: a line for each platform's link that they have opened the assignment by.</summary>
    public async Task<IReadOnlyList<DeliveryAnswer>> ScoresAsync(Guid assignment, Guid student, CancellationToken cancellationToken) =>
        [.. (await ScoresAsync(assignment, [student], cancellationToken)).SelectMany(of => of)];

    /// <summary>One delivery; null where the course has none of this id.</summary>
    public async Task<DeliveryAnswer?> FindAsync(Guid course, string delivery, CancellationToken cancellationToken)
    {
        var key = Ids.Read(delivery);
        var row = await (
            from found in store.Deliveries.AsNoTracking()
            join person in store.Users on found.PersonId equals person.Id
            where found.Id == key && found.CourseId == course
            select new { found, person.Name }).SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : DeliveryAnswer.Of(row.found, row.Name);
    }

    /// <summary>The last tries of a delivery, newest first.</summary>
    public async Task<IReadOnlyList<AttemptAnswer>> LogAsync(Guid course, string delivery, CancellationToken cancellationToken)
    {
        var key = Ids.Read(delivery);
        var rows = await store.DeliveryAttempts.AsNoTracking()
            .Where(a => a.DeliveryId == key && store.Deliveries.Any(d => d.Id == a.DeliveryId && d.CourseId == course))
            .OrderByDescending(a => a.Id).Take(Paging.MaxLimit).ToListAsync(cancellationToken);
        return [.. rows.Select(AttemptAnswer.Of)];
    }

    /// <summary>Sends one again, whatever became of it.</summary>
    /// <returns>Whether there is such a delivery.</returns>
    public async Task<bool> AgainAsync(Visit visit, string delivery, CancellationToken cancellationToken)
    {
        var key = Ids.Read(delivery);
        return await WantAgainAsync(visit, store.Deliveries.Where(d => d.Id == key && d.CourseId == visit.Course), cancellationToken) == 1;
    }

    /// <summary>Sends all scores again, and every event that has not arrived; those in one state, where one is given.</summary>
    /// <returns>How many.</returns>
    public Task<int> AllAgainAsync(Visit visit, DeliveryState? state, CancellationToken cancellationToken) => WantAgainAsync(
        visit, store.Deliveries.Where(d => d.CourseId == visit.Course && (state == null || d.State == state) && (d.Kind == DeliveryKind.Score || d.State != DeliveryState.Sent)), cancellationToken);

    private async Task<int> WantAgainAsync(Visit visit, IQueryable<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var (now, rows) = (time.Now(), await deliveries.ToListAsync(cancellationToken));
        foreach (var row in rows)
        {
            row.WantAgain(now);
            row.SentScore = null;
        }

        store.Record(visit, now, "deliveries.again", Ids.Write(visit.Id), null, new { rows.Count });
        await store.SaveChangesAsync(cancellationToken);
        return rows.Count;
    }
}
