using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Assignments;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>Making and changing assignments.</summary>
internal static class EditorPages
{
    public static void MapEditorPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/teach/courses/{id}/assignments/new", NewAsync).Is(Act.MakeAssignment);
        pages.MapPost("/teach/courses/{id}/assignments/new", MakeAsync).Is(Act.MakeAssignment);
        pages.MapGet("/teach/assignments/{id}/edit", ShowAsync).Is(Act.ChangeAssignment);
        pages.MapPost("/teach/assignments/{id}/edit", ChangeAsync).Is(Act.ChangeAssignment);
        pages.MapPost("/teach/assignments/{id}/remove", RemoveAsync).Is(Act.ChangeAssignment);
    }

    private static async Task<IResult> NewAsync(string id, Visit visit, StoreContext store, CancellationToken cancellationToken) =>
        Page(new() { Course = await CourseFrame.OfAsync(store, visit, cancellationToken), IsStored = true });

    private static async Task<IResult> MakeAsync(
        string id, IFormCollection form, HttpRequest request, IValidator<AssignmentRequest> rules, Visit visit, AssignmentEditing assignments, StoreContext store, CancellationToken cancellationToken)
    {
        var typed = EditorForm.Read(form);
        try
        {
            var made = await assignments.MakeAsync(visit, Checked(typed, null, rules), form.Identity(request, visit), cancellationToken);
            return TypedResults.Redirect($"/teach/assignments/{Ids.Write(made)}/edit");
        }
        catch (RefusalException refusal)
        {
            return Page(new() { Course = await CourseFrame.OfAsync(store, visit, cancellationToken), Form = typed, Objections = refusal.Sentences() });
        }
    }

    private static async Task<IResult> ShowAsync(string id, Visit visit, StoreContext store, CancellationToken cancellationToken)
    {
        var frame = await AssignmentFrame.OfAsync(store, visit, visit.Id, cancellationToken);
        return Page(new() { Course = frame.Course, Assignment = frame, Form = EditorForm.Of(frame.Assignment), IsStored = true });
    }

    private static async Task<IResult> ChangeAsync(
        string id, IFormCollection form, IValidator<AssignmentRequest> rules, Visit visit, AssignmentEditing assignments, StoreContext store, CancellationToken cancellationToken)
    {
        var typed = EditorForm.Read(form);
        try
        {
            await assignments.ChangeAsync(visit, before => Checked(typed, before, rules), cancellationToken);
            return TypedResults.Redirect($"/teach/assignments/{id}/edit");
        }
        catch (RefusalException refusal)
        {
            var frame = await AssignmentFrame.OfAsync(store, visit, visit.Id, cancellationToken);
            return Page(new() { Course = frame.Course, Assignment = frame, Form = typed, Objections = refusal.Sentences() });
        }
    }

    private static async Task<IResult> RemoveAsync(string id, IFormCollection form, Visit visit, AssignmentEditing assignments, CancellationToken cancellationToken)
    {
        await assignments.RemoveAsync(visit, cancellationToken);
        return TypedResults.Redirect($"/teach/courses/{Ids.Write(visit.Course)}");
    }

    private static AssignmentRequest Checked(EditorForm typed, AssignmentRequest? before, IValidator<AssignmentRequest> rules)
    {
        var problems = new List<string>();
        var request = typed.ToRequest(before, problems);
        rules.Check(request, problems);
        return problems.Count == 0 ? request : throw new RefusalException(Problem.Invalid(new Dictionary<string, string[]> { ["assignment"] = [.. problems] }));
    }

    private static RazorComponentResult<EditorPage> Page(EditorView view) => PageResults.Show<EditorPage>(new { View = view });
}
