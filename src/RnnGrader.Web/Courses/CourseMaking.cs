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
        var course = store.AddCourse(visit, request.Title!, request.Term!, now);
        return await store.SaveOnceAsync(repeats, course.Id, now, cancellationToken);
    }
}
