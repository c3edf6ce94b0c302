using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Courses;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>What every page of a course shows around its own. Public, as the parameters of components have to be; what it holds is not.</summary>
public sealed class CourseFrame
{
    private CourseFrame(CourseAnswer course, Visit visit) => (Course, Visit) = (course, visit);

    internal CourseAnswer Course { get; }

    internal Visit Visit { get; }

    /// <summary>Whether the reader may change the course and who belongs to it; assistants see and grade.</summary>
    internal bool Runs => (Visit.Roles & Roles.Runners) != Roles.None;

    /// <summary>Whether the reader may change its assignments.</summary>
    internal bool Sets => (Visit.Roles & Roles.Setters) != Roles.None;

    internal string Address => $"/teach/courses/{Course.Id}";

    internal static async Task<CourseFrame> OfAsync(StoreContext store, Visit visit, CancellationToken cancellationToken) =>
        new(await store.CourseAsync(visit.Course, visit.PersonId, cancellationToken), visit);
}
