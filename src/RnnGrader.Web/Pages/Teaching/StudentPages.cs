using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Extensions;
using RnnGrader.Web.Gradebook;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>All that one student has of an assignment, and more time or attempts for them.</summary>
internal static class StudentPages
{
    public static void MapStudentPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/teach/assignments/{id}/students/{person}", ShowAsync).Is(Act.SeeGrades);
        pages.MapPost("/teach/assignments/{id}/students/{person}/extension", ExtendAsync).Is(Act.ChangeAssignment);
    }

    private static Task<IResult> ShowAsync(string id, string person, Visit visit, GradebookReader gradebook, StoreContext store, CancellationToken cancellationToken) =>
        PageAsync(person, visit, gradebook, store, [], cancellationToken);

    private static async Task<IResult> ExtendAsync(
        string id, string person, IFormCollection form, IValidator<ExtensionRequest> rules, Extending extending, Visit visit, GradebookReader gradebook, StoreContext store, CancellationToken cancellationToken)
    {
        if (Ids.Read(person) is not { } student)
        {
            return NoStudent();
        }

        if (form["do"] == "end")
        {
            await extending.EndAsync(visit, student, cancellationToken);
            return TypedResults.Redirect($"/teach/assignments/{id}/students/{person}");
        }

        var problems = new List<string>();
        var before = await store.Extensions.AsNoTracking().SingleOrDefaultAsync(e => e.AssignmentId == visit.Id && e.PersonId == student, cancellationToken);
        var zone = LocalTime.Zone(form.Text("zone") ?? LocalTime.Utc, problems);
        var extension = new ExtensionRequest(
            LocalTime.Read(form.Text("dueAt"), zone, Texts.TeachDue, before?.DueAt, problems), LocalTime.Read(form.Text("closesAt"), zone, Texts.TeachCloses, before?.ClosesAt, problems),
            PageForms.WholeNumber(form.Text("attempts"), Texts.TeachExtraAttempts, problems), form.Text("reason"));
        rules.Check(extension, problems);
        return problems.Count > 0 ? await PageAsync(person, visit, gradebook, store, problems, cancellationToken)
            : await extending.SetAsync(visit, student, extension, cancellationToken) is null ? NoStudent()
            : TypedResults.Redirect($"/teach/assignments/{id}/students/{person}");
    }

    private static async Task<IResult> PageAsync(string person, Visit visit, GradebookReader gradebook, StoreContext store, IReadOnlyList<string> problems, CancellationToken cancellationToken)
    {
        if (Ids.Read(person) is not { } student || await gradebook.OneAsync(visit.Course, visit.Id, student, cancellationToken) is not { } row)
        {
            return NoStudent();
        }

        var submissions = await store.Submissions.AsNoTracking().AsSplitQuery().Include(s => s.Grades).Include(s => s.Overrides)
            .Where(s => s.AssignmentId == visit.Id && s.PersonId == student).OrderBy(s => s.Id).ToListAsync(cancellationToken);
        var extension = await store.Extensions.AsNoTracking().SingleOrDefaultAsync(e => e.AssignmentId == visit.Id && e.PersonId == student, cancellationToken);
        return PageResults.Show<StudentSheet>(new
        {
            View = new StudentView
            {
                Frame = await AssignmentFrame.OfAsync(store, visit, visit.Id, cancellationToken),
                Row = row,
                Submissions = submissions.ToLookup(s => Ids.Write(s.ItemId!.Value), s => (Ids.Write(s.Id), s.Attempt!.Value, s.Counted, s.ReceivedAt)),
                Extension = extension is null ? null : ExtensionAnswer.Of(extension),
                Objections = problems,
            },
        });
    }

    private static RazorComponentResult<ErrorPage> NoStudent() => PageResults.Refused(Problem.Of(StatusCodes.Status404NotFound, "The course has no such student."));
}
