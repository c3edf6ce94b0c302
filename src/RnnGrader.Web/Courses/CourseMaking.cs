using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Courses;

/// <summary>Makes courses. Used by the API and by the pages.</summary>
internal sealed class CourseMaking(StoreContext store, TimeProvider time)
{
    /// <summary>Makes a course, once for one request. Whoever makes it is its instructor.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> MakeAsync(Visit visit, CourseRequest request, RequestIdentity repeats, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var course = new Course { Id = Ids.New(now), Title = request.Title!.Trim(), Term = request.Term!.Trim(), CreatedAt = now };
        store.Add(course);

        // Who holds the setting's token only sets up: their courses are other people's.
        if (visit.PersonId != Person.AdministratorId)
        {
            store.Add(new Membership { CourseId = course.Id, PersonId = visit.PersonId, Role = CourseRole.Instructor, GroupName = null, JoinedAt = now });
        }

        store.Record(visit with { CourseId = course.Id }, now, "course.made", Ids.Write(course.Id), null, CourseChange.Of(course));
        return await store.SaveOnceAsync(repeats, course.Id, now, cancellationToken);
    }
}
