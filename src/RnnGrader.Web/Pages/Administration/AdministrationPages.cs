using System.Diagnostics;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Grading;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Pages.Teaching;
using RnnGrader.Web.People;
using RnnGrader.Web.Requests;
using RnnGrader.Web.SignIn;

namespace RnnGrader.Web.Pages.Administration;

/// <summary>What administrators see to: people, and whether the service is well.</summary>
internal static class AdministrationPages
{
    public static void MapAdministration(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/admin/people", ListAsync).Is(Act.MakePerson);
        pages.MapPost("/admin/people", MakeAsync).Is(Act.MakePerson);
        pages.MapGet("/admin/health", HealthAsync).Is(Act.MakePerson);
    }

    private static Task<IResult> ListAsync(string? q, string? cursor, StoreContext store, CancellationToken cancellationToken) => PageAsync(q, cursor, store, [], null, cancellationToken);

    private static async Task<IResult> MakeAsync(
        IFormCollection form, HttpRequest request, IValidator<PersonRequest> rules, Visit visit, PeopleMaking people, StoreContext store, CancellationToken cancellationToken)
    {
        var (person, problems) = (new PersonRequest(form.Text("email"), form.Text("name")), new List<string>());
        rules.Check(person, problems);
        if (problems.Count == 0 && await people.MakeAsync(visit, person, form.Identity(request, visit), cancellationToken) is null)
        {
            problems.Add(PeopleMaking.KnownSentence);
        }

        return problems.Count > 0
            ? await PageAsync(null, null, store, problems, person, cancellationToken)
            : TypedResults.Redirect($"/admin/people?q={Uri.EscapeDataString(person.Email!)}");
    }

    private static async Task<IResult> PageAsync(string? q, string? cursor, StoreContext store, IReadOnlyList<string> problems, PersonRequest? typed, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(null, cursor, out var paging, out var problem))
        {
            return PageResults.Refused(problem);
        }

        var found = await store.Users.AsNoTracking().Having(q).Skip(paging.After).Take(paging.Limit + 1).ToListAsync(cancellationToken);
        return PageResults.Show<PeoplePage>(new
        {
            View = new PeopleView { People = paging.Cut(found).Select(PersonAnswer.Of), Sought = q, IsLater = cursor is not null, Objections = problems, Typed = typed },
        });
    }

    private static async Task<IResult> HealthAsync(StoreContext store, Mail mail, CancellationToken cancellationToken)
    {
        using var process = Process.GetCurrentProcess();
        return PageResults.Show<HealthPage>(new
        {
            View = new HealthView
            {
                Store = store.Database.IsNpgsql() ? "Postgres" : "SQLite",
                Pending = [.. await store.Database.GetPendingMigrationsAsync(cancellationToken)],
                SendsMail = mail.IsConfigured,
                GraderVersion = Grader.Version,
                Up = TimeProvider.System.GetLocalNow().DateTime - process.StartTime,
                Memory = process.WorkingSet64,
                Counts =
                [
                    (Texts.AdminPeople, await store.Users.CountAsync(cancellationToken)), (Texts.TeachCourses, await store.Courses.CountAsync(cancellationToken)),
                    (Texts.TeachAssignments, await store.Assignments.CountAsync(cancellationToken)), (Texts.TeachSubmissions, await store.Submissions.CountAsync(cancellationToken)),
                    (Texts.AdminRegradesWaiting, await store.Regrades.CountAsync(r => r.FinishedAt == null, cancellationToken)),
                ],
            },
        });
    }
}
