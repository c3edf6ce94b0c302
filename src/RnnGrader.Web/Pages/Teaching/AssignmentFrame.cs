using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Assignments;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>What every page of an assignment shows around its own. Public, as the parameters of components have to be; what it holds is not.</summary>
public sealed class AssignmentFrame
{
    private AssignmentFrame(CourseFrame course, AssignmentAnswer assignment) => (Course, Assignment) = (course, assignment);

    internal CourseFrame Course { get; }

    internal AssignmentAnswer Assignment { get; }

    internal string Address => $"/teach/assignments/{Assignment.Id}";

    /// <summary>The frame of an assignment of the course that the visit is in.</summary>
    internal static async Task<AssignmentFrame> OfAsync(StoreContext store, Visit visit, Guid assignment, CancellationToken cancellationToken)
    {
        var course = await CourseFrame.OfAsync(store, visit, cancellationToken);
        return new(course, AssignmentAnswer.Of(await store.Assignments.AsNoTracking().Include(a => a.Items).AsSingleQuery().SingleAsync(a => a.Id == assignment, cancellationToken)));
    }

    /// <summary>The item of this id; null where there is none.</summary>
    internal ItemAnswer? Item(Guid? id) => id is { } key ? Assignment.Items.FirstOrDefault(item => item.Id == Ids.Write(key)) : null;
}
