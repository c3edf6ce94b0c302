using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Work;

/// <summary>Reads a student's own work. Used by the API and by the pages.</summary>
internal sealed class StudentWork(StoreContext store, TimeProvider time)
{
    /// <summary>Where a student stands with each assignment of a course that students see.</summary>
    public Task<IReadOnlyList<AssignedWork>> OfCourseAsync(Guid course, Guid person, CancellationToken cancellationToken) => ReadAsync(
        store.Assignments.Where(a => a.CourseId == course && a.Published && a.ArchivedAt == null), store.Standings.Where(s => s.CourseId == course && s.PersonId == person), person, cancellationToken);

    /// <summary>Where a student stands with an assignment that is there.</summary>
    public async Task<AssignedWork> OfAssignmentAsync(Guid assignment, Guid person, CancellationToken cancellationToken) => (await ReadAsync(
        store.Assignments.Where(a => a.Id == assignment), store.Standings.Where(s => s.AssignmentId == assignment && s.PersonId == person), person, cancellationToken)).Single();

    /// <summary>What holds for a student at one item; null where the assignment has no such item.</summary>
    public Task<Terms?> TermsAsync(Guid assignment, Guid item, Guid person, CancellationToken cancellationToken) =>
        Terms.Of(store, assignment, person, item).SingleOrDefaultAsync(cancellationToken);

    // Two commands, however many assignments there are.
    private async Task<IReadOnlyList<AssignedWork>> ReadAsync(IQueryable<Assignment> assignments, IQueryable<Standing> own, Guid person, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var times = await (
            from assignment in assignments.AsNoTracking().Include(a => a.Items).AsSingleQuery()
            join course in store.Courses on assignment.CourseId equals course.Id
            from extension in store.Extensions.Where(e => e.AssignmentId == assignment.Id && e.PersonId == person).DefaultIfEmpty()
            orderby assignment.Id
            select new Times { Assignment = assignment, Extension = extension, CourseRests = course.ArchivedAt != null }).ToListAsync(cancellationToken);
        var standings = await own.AsNoTracking().Select(standing => new
        {
            Standing = standing,
            Newest = store.Instances.Where(i => i.ItemId == standing.ItemId && i.PersonId == person).OrderByDescending(i => i.Round).Select(i => (Guid?)i.Id).FirstOrDefault(),
        }).ToDictionaryAsync(row => row.Standing.ItemId, cancellationToken);
        return [.. times.Select(each => new AssignedWork(each, [.. each.Assignment.Items.OrderBy(item => item.Position).Select(item =>
            WorkItemAnswer.Of(new() { Assignment = each.Assignment, Extension = each.Extension, CourseRests = each.CourseRests, Item = item }, standings.GetValueOrDefault(item.Id)?.Standing, standings.GetValueOrDefault(item.Id)?.Newest, now))]))];
    }
}
