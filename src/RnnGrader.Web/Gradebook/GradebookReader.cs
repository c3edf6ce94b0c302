using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Gradebook;

/// <summary>Reads gradebooks off the students' standings. Used by the API and by the pages.</summary>
internal sealed class GradebookReader(StoreContext store)
{
    /// <summary>The columns of an assignment, in its order.</summary>
    public async Task<IReadOnlyList<GradebookColumn>> ColumnsAsync(Guid assignment, CancellationToken cancellationToken) =>
        [.. (await store.Items.AsNoTracking().Where(i => i.AssignmentId == assignment).OrderBy(i => i.Position).ToListAsync(cancellationToken)).Select(GradebookColumn.Of)];

    /// <summary>A page of rows.</summary>
    /// <param name="course">The course.</param>
    /// <param name="assignment">Its assignment.</param>
    /// <param name="group">Those of one group; null for all.</param>
    /// <param name="paging">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<GradebookPage> PageAsync(Guid course, Guid assignment, string? group, Paging paging, CancellationToken cancellationToken)
    {
        var columns = await ColumnsAsync(assignment, cancellationToken);
        var students = Students.Of(store, course, group).Skip(paging.After).Take(paging.Limit + 1);
        var page = paging.Cut(await RowsAsync(students, assignment, columns, cancellationToken).ToListAsync(cancellationToken));
        return new(page.Items, page.Next, columns);
    }

    /// <summary>All rows, read while they are taken: one statement, so that nobody who comes or goes meanwhile is there twice or not at all.</summary>
    public IAsyncEnumerable<GradebookRow> AllAsync(Guid course, Guid assignment, string? group, IReadOnlyList<GradebookColumn> columns, CancellationToken cancellationToken) =>
        RowsAsync(Students.Of(store, course, group), assignment, columns, cancellationToken);

    private async IAsyncEnumerable<GradebookRow> RowsAsync(
        IQueryable<Student> students, Guid assignment, IReadOnlyList<GradebookColumn> columns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows =
            from student in students
            from standing in store.Standings.Where(s => s.AssignmentId == assignment && s.PersonId == student.Id).DefaultIfEmpty()
            orderby student.Name, student.Id
            select new { student, standing };
        Student? current = null;
        Dictionary<string, Standing> standings = [];
        await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (current is not null && current.Id != row.student.Id)
            {
                yield return GradebookRow.Of(current, columns, standings);
                standings.Clear();
            }

            current = row.student;
            if (row.standing is { } standing)
            {
                standings[Ids.Write(standing.ItemId)] = standing;
            }
        }

        if (current is not null)
        {
            yield return GradebookRow.Of(current, columns, standings);
        }
    }
}
