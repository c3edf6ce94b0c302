using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Gradebook;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Progress;

/// <summary>Reads progress off the students' standings. Used by the API and by the pages.</summary>
internal sealed class ProgressReader(StoreContext store, TimeProvider time)
{
    /// <summary>A page of a course's students, as its staff see them.</summary>
    public async Task<Page<ProgressRow>> PageAsync(Guid course, string? group, Paging paging, CancellationToken cancellationToken)
    {
        var items = await ItemsAsync(course, cancellationToken);
        var page = paging.Cut(await Students.Of(store, course, group).Skip(paging.After).Take(paging.Limit + 1).ToListAsync(cancellationToken));
        return new(await RowsAsync(course, page.Items, new Workbook(items.Select(each => each.Item)), items.Select(each => each.Item.Id), cancellationToken), page.Next);
    }

    /// <summary>One student, as they see themselves: what they have no feedback on yet is not told to be completed.</summary>
    /// <returns>Their row; null where they are no student of the course.</returns>
    public async Task<ProgressRow?> OwnAsync(Guid course, Guid person, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var items = await ItemsAsync(course, cancellationToken);
        var extensions = await store.Extensions.AsNoTracking().Where(e => e.CourseId == course && e.PersonId == person).ToDictionaryAsync(e => e.AssignmentId, cancellationToken);
        var seen = items.Where(each => new Terms(each.Assignment, each.Item, extensions.GetValueOrDefault(each.Assignment.Id), false).ShowsFeedback(now)).Select(each => each.Item.Id);
        var students = await Students.Of(store, course, null).Where(student => student.Id == person).ToListAsync(cancellationToken);
        return (await RowsAsync(course, students, new Workbook(items.Select(each => each.Item)), seen, cancellationToken)).SingleOrDefault();
    }

    private async Task<List<(Assignment Assignment, AssignmentItem Item)>> ItemsAsync(Guid course, CancellationToken cancellationToken)
    {
        var assignments = await store.Assignments.AsNoTracking().Include(a => a.Items).AsSingleQuery()
            .Where(a => a.CourseId == course && a.Published && a.ArchivedAt == null).ToListAsync(cancellationToken);
        return [.. assignments.SelectMany(assignment => assignment.Items.Select(item => (assignment, item)))];
    }

    private async Task<IReadOnlyList<ProgressRow>> RowsAsync(
        Guid course, IReadOnlyList<Student> students, Workbook workbook, IEnumerable<Guid> counted, CancellationToken cancellationToken)
    {
        var goals = await store.Groups.Where(g => g.CourseId == course).ToDictionaryAsync(g => g.Name, g => g.Goal, cancellationToken);
        var (people, items) = (students.Select(student => student.Id).ToList(), counted.ToHashSet());
        var completed = (await store.Standings.Where(s => s.CourseId == course && people.Contains(s.PersonId) && s.CompletedAt != null)
            .Select(s => new { s.PersonId, s.ItemId }).ToListAsync(cancellationToken)).Where(s => items.Contains(s.ItemId)).ToLookup(s => s.PersonId, s => s.ItemId);
        return [.. students.Select(student => workbook.Row(student, completed[student.Id], student.Group is { } group ? goals.GetValueOrDefault(group) : null))];
    }
}
