using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Assignments;
using RnnGrader.Web.Courses;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Progress;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>The courses that somebody teaches, and what is going on in each.</summary>
internal static class CoursePages
{
    public static void MapCoursePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/teach", ListAsync).Is(Act.SeeCourses);
        pages.MapPost("/teach/courses", MakeAsync).Is(Act.MakeCourse);
        pages.MapGet("/teach/courses/{id}", ShowAsync).Is(Act.SeeMembers);
        pages.MapGet("/teach/courses/{id}/audit", AuditAsync).Is(Act.SeeAudit);
    }

    private static async Task<IResult> ListAsync(string? cursor, Visit visit, StoreContext store, CancellationToken cancellationToken) =>
        await CoursesAsync(cursor, visit, store, [], null, null, cancellationToken);

    private static async Task<IResult> MakeAsync(
        IFormCollection form, HttpRequest request, IValidator<CourseRequest> rules, CourseMaking courses, Visit visit, StoreContext store, CancellationToken cancellationToken)
    {
        var (course, problems) = (new CourseRequest(form.Text("title"), form.Text("term")), new List<string>());
        rules.Check(course, problems);
        return problems.Count > 0
            ? await CoursesAsync(null, visit, store, problems, course.Title, course.Term, cancellationToken)
            : TypedResults.Redirect($"/teach/courses/{Ids.Write(await courses.MakeAsync(visit, course, form.Identity(request, visit), cancellationToken))}");
    }

    private static async Task<IResult> CoursesAsync(
        string? cursor, Visit visit, StoreContext store, IReadOnlyList<string> problems, string? title, string? term, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(null, cursor, out var paging, out var problem))
        {
            return PageResults.Refused(problem);
        }

        var caller = visit.Caller!;
        var page = paging.Cut(await store.CoursesOf(caller)
            .Where(c => caller.IsAdministrator || store.Memberships.Any(m => m.CourseId == c.Id && m.PersonId == caller.PersonId && m.RemovedAt == null && m.Role != CourseRole.Student))
            .OrderByDescending(c => c.Id).Skip(paging.After).Take(paging.Limit + 1).AnswerAsync(store, caller.PersonId, cancellationToken));
        return PageResults.Show<CoursesPage>(new
        {
            View = new CoursesView
            {
                Courses = page.Items,
                Next = page.Next,
                IsLater = cursor is not null,
                IsAdministrator = caller.IsAdministrator,
                Makes = visit.Roles.HasFlag(Roles.Teacher),
                Objections = problems,
                Title = title,
                Term = term,
            },
        });
    }

    private static async Task<IResult> ShowAsync(string id, string? group, string? cursor, Visit visit, ProgressReader progress, StoreContext store, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(null, cursor, out var paging, out var problem))
        {
            return PageResults.Refused(problem);
        }

        var chosen = string.IsNullOrEmpty(group) ? null : group;
        var assignments = await store.Assignments.AsNoTracking().Include(a => a.Items).AsSingleQuery().Where(a => a.CourseId == visit.Course).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        return PageResults.Show<CoursePage>(new
        {
            View = new CourseView
            {
                Frame = await CourseFrame.OfAsync(store, visit, cancellationToken),
                Assignments = [.. assignments.Select(AssignmentAnswer.Of)],
                Progress = await progress.PageAsync(visit.Course, chosen, paging, cancellationToken),
                Group = chosen,
                IsLater = cursor is not null,
            },
        });
    }

    private static async Task<IResult> AuditAsync(string id, string? cursor, Visit visit, AuditReader audit, StoreContext store, CancellationToken cancellationToken)
    {
        var entries = await audit.PageAsync(visit.Course, Paging.DefaultLimit, cursor, cancellationToken);
        return PageResults.Show<AuditPage>(new
        {
            View = new AuditView
            {
                Frame = await CourseFrame.OfAsync(store, visit, cancellationToken),
                Entries = entries,
                Names = await NamesAsync(store, [.. entries.Items.Select(entry => Ids.Read(entry.Subject)).OfType<Guid>().Distinct()], cancellationToken),
                IsLater = cursor is not null,
            },
        });
    }

    private static async Task<IReadOnlyDictionary<string, string>> NamesAsync(StoreContext store, List<Guid> subjects, CancellationToken cancellationToken)
    {
        var people = await store.Users.Where(p => EF.Parameter(subjects).Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken);
        var assignments = await store.Assignments.Where(a => EF.Parameter(subjects).Contains(a.Id)).Select(a => new { a.Id, Name = a.Title }).ToListAsync(cancellationToken);
        return people.Concat(assignments).ToDictionary(named => Ids.Write(named.Id), named => named.Name);
    }
}
