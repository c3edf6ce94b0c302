using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Courses;
using RnnGrader.Web.Deliveries;
using RnnGrader.Web.Progress;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Pages.Studying;

/// <summary>Reads what the students' pages show. Staff see them as a student who has done nothing yet.</summary>
internal sealed class CourseViews(StoreContext store, StudentWork work, ProgressReader progress, DeliveryDesk deliveries, TimeProvider time)
{
    public async Task<MyCourseView> CourseAsync(Visit visit, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var assignments = await work.OfCourseAsync(visit.Course, visit.PersonId, cancellationToken);
        return new()
        {
            Course = await store.CourseAsync(visit.Course, visit.PersonId, cancellationToken),
            IsStaff = visit.IsStaff,
            Progress = await progress.OwnAsync(visit.Course, visit.PersonId, assignments, cancellationToken),
            Assignments = [.. assignments.OrderBy(each => Place(each, now)).ThenBy(each => each.Times.ClosureAt(now) is null ? each.Times.DueAt ?? DateTime.MaxValue : each.Times.Assignment.OpensAt ?? default)],
            Now = now,
        };
    }

    public async Task<MyAssignmentView> AssignmentAsync(Visit visit, CancellationToken cancellationToken) => new()
    {
        CourseId = Ids.Write(visit.Course),
        CourseTitle = await store.Courses.Where(c => c.Id == visit.Course).Select(c => c.Title).SingleAsync(cancellationToken),
        IsStaff = visit.IsStaff,
        Work = await work.OfAssignmentAsync(visit.Id, visit.PersonId, cancellationToken),
        Deliveries = await deliveries.ScoresAsync(visit.Id, visit.PersonId, cancellationToken),
        Now = time.Now(),
    };

    // What is to be done first, then what comes, then what is done, then what is over.
    private static int Place(AssignedWork work, DateTime now) => work.Times.ClosureAt(now) switch
    {
        null => work.IsDone ? 2 : 0,
        Closure.NotOpen => 1,
        _ => 3,
    };
}
