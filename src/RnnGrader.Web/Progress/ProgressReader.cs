using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Gradebook;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Progress;

/// <summary>Reads progress off the students' standings. Used by the API and by the pages.</summary>
internal sealed class ProgressReader(StoreContext store)
{
    /// <summary>A page of a course's students, as its staff see them.</summary>
    public async Task<Page<ProgressRow>> PageAsync(Guid course, string? group, Paging paging, CancellationToken cancellationToken)
    {
        var assignments = await store.Assignments.AsNoTracking().Include(a => a.Items).AsSingleQuery()
            .Where(a => a.CourseId == course && a.Published && a.ArchivedAt == null).ToListAsync(cancellationToken);
        var workbook = new Workbook(assignments.SelectMany(assignment => assignment.Items));
        var page = paging.Cut(await Students.Of(store, course, group).Skip(paging.After).Take(paging.Limit + 1).ToListAsync(cancellationToken));
        return new(await RowsAsync(course, page.Items, workbook, cancellationToken), page.Next);
    }

    /// <summary>One student, as they see themselves: what they have no feedback on yet is not told to be completed.</summary>
    /// <param name="course">The course.</param>
    /// <param name="person">The student.</param>
    /// <param name="work">Their work in the course.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Their row; null where they are no student of the course.</returns>
    public async Task<ProgressRow?> OwnAsync(Guid course, Guid person, IReadOnlyList<AssignedWork> work, CancellationToken cancellationToken)
    {
        var own = await (
            from student in Students.Of(store, course, null)
            where student.Id == person
            select new { Student = student, Goal = store.Groups.Where(g => g.CourseId == course && g.Name == student.Group).Select(g => g.Goal).FirstOrDefault() }).SingleOrDefaultAsync(cancellationToken);
        return own is null ? null : new Workbook(work.SelectMany(each => each.Times.Assignment.Items))
            .Row(own.Student, work.SelectMany(each => each.Items).Where(item => item.Completed == true).Select(item => Ids.Read(item.Item)!.Value), own.Goal);
    }

    private async Task<IReadOnlyList<ProgressRow>> RowsAsync(Guid course, IReadOnlyList<Student> students, Workbook workbook, CancellationToken cancellationToken)
    {
        var goals = await store.Groups.Where(g => g.CourseId == course).ToDictionaryAsync(g => g.Name, g => g.Goal, cancellationToken);
        var people = students.Select(student => student.Id).ToList();
        var completed = (await store.Standings.Where(s => s.CourseId == course && people.Contains(s.PersonId) && s.CompletedAt != null)
            .Select(s => new { s.PersonId, s.ItemId }).ToListAsync(cancellationToken)).ToLookup(s => s.PersonId, s => s.ItemId);
        return [.. students.Select(student => workbook.Row(student, completed[student.Id], student.Group is { } group ? goals.GetValueOrDefault(group) : null))];
    }
}
