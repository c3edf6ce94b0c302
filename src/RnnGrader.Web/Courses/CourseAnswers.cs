using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Demo;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Courses;

/// <summary>Reads courses as somebody sees them.</summary>
internal static class CourseAnswers
{
    /// <summary>The courses that somebody belongs to, for administrators all.</summary>
    public static IQueryable<Course> CoursesOf(this StoreContext store, Caller caller) => caller.IsAdministrator ? store.Courses : store.MembersCourses(caller);

    /// <summary>The courses that somebody belongs to. Whoever looks around in the demo course sees that alone.</summary>
    public static IQueryable<Course> MembersCourses(this StoreContext store, Caller caller) => store.Courses.Where(course =>
        store.Memberships.Any(m => m.CourseId == course.Id && m.PersonId == caller.PersonId && m.RemovedAt == null) && (!caller.IsGuest || course.Id == DemoCourse.Id));

    /// <summary>The courses as they are answered to <paramref name="person"/>, in their order.</summary>
    public static async Task<List<CourseAnswer>> AnswerAsync(this IQueryable<Course> courses, StoreContext store, Guid person, CancellationToken cancellationToken)
    {
        var found = await courses.AsNoTracking().Select(course => new
        {
            Course = course,
            Role = store.Memberships.Where(m => m.CourseId == course.Id && m.PersonId == person && m.RemovedAt == null).Select(m => (CourseRole?)m.Role).SingleOrDefault(),
            Groups = store.Groups.Where(g => g.CourseId == course.Id).OrderBy(g => g.Name).ToList(),
        }).ToListAsync(cancellationToken);
        return [.. found.Select(row => new CourseAnswer(
            Ids.Write(row.Course.Id), row.Course.Title, row.Course.Term, row.Role, row.Course.CreatedAt, row.Course.ArchivedAt,
            [.. row.Groups.Select(group => new GroupAnswer(group.Name, group.Goal))]))];
    }

    /// <summary>One course as it is answered to <paramref name="person"/>.</summary>
    public static async Task<CourseAnswer> CourseAsync(this StoreContext store, Guid course, Guid person, CancellationToken cancellationToken) =>
        (await store.Courses.Where(c => c.Id == course).AnswerAsync(store, person, cancellationToken)).Single();
}
