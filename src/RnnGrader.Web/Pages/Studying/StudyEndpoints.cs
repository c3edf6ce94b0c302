using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Courses;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Pages.Studying;

/// <summary>The students' pages: their courses, what is to be done there, and how far they are.</summary>
internal static class StudyEndpoints
{
    public static void MapStudying(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/home", HomeAsync).Is(Act.SeeCourses);
        pages.MapGet("/courses", ListAsync).Is(Act.SeeCourses);
        pages.MapGet("/courses/{id}", ShowCourseAsync).Is(Act.SeeCourse);
        pages.MapGet("/assignments/{id}", ShowAssignmentAsync).Is(Act.SeeAssignment);
        pages.MapPost("/assignments/{id}/items/{item}", OpenAsync).Is(Act.Work);
    }

    /// <summary>Sends everybody to what they do here: students to their courses, who teaches or may to theirs.</summary>
    private static async Task<RedirectHttpResult> HomeAsync(Visit visit, StoreContext store, CancellationToken cancellationToken) => TypedResults.Redirect(
        visit.Roles.HasFlag(Roles.Teacher) || await store.Memberships.AnyAsync(m => m.PersonId == visit.PersonId && m.RemovedAt == null && m.Role != CourseRole.Student, cancellationToken)
            ? "/teach" : "/courses");

    private static async Task<IResult> ListAsync(string? cursor, Visit visit, StoreContext store, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(null, cursor, out var paging, out var problem))
        {
            return PageResults.Refused(problem);
        }

        var page = paging.Cut(await store.MembersCourses(visit.Caller!)
            .OrderByDescending(c => c.Id).Skip(paging.After).Take(paging.Limit + 1).AnswerAsync(store, visit.PersonId, cancellationToken));
        return PageResults.Show<MyCoursesPage>(new { View = new MyCoursesView(page, cursor is not null) });
    }

    private static async Task<RazorComponentResult<MyCoursePage>> ShowCourseAsync(string id, Visit visit, CourseViews views, CancellationToken cancellationToken) =>
        PageResults.Show<MyCoursePage>(new { View = await views.CourseAsync(visit, cancellationToken) });

    private static async Task<RazorComponentResult<MyAssignmentPage>> ShowAssignmentAsync(string id, Visit visit, CourseViews views, CancellationToken cancellationToken) =>
        PageResults.Show<MyAssignmentPage>(new { View = await views.AssignmentAsync(visit, cancellationToken) });

    /// <summary>Opens the student's own worksheet: drawn the first time, and where they ask for new numbers.</summary>
    private static async Task<Results<RedirectHttpResult, RazorComponentResult<ErrorPage>>> OpenAsync(
        string id, string item, IFormCollection form, Visit visit, StudentWork work, Numbers numbers, CancellationToken cancellationToken)
    {
        if (Ids.Read(item) is not { } key || await work.TermsAsync(visit.Id, key, visit.PersonId, cancellationToken) is not { } terms)
        {
            return PageResults.Refused(Problem.Of(StatusCodes.Status404NotFound, "This assignment has no such item."));
        }

        var (drawn, _) = await numbers.OpenAsync(terms, visit.PersonId, form["new"] == "true", cancellationToken);
        return TypedResults.Redirect($"/worksheets/{Ids.Write(drawn.Row.Id)}");
    }
}
