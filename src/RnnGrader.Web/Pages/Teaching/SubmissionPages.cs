using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Extensions;
using RnnGrader.Web.Instances;
using RnnGrader.Web.Overrides;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Submissions;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>A submission with its verdicts, and the score that a person sets.</summary>
internal static class SubmissionPages
{
    public static void MapSubmissionPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/teach/submissions/{id}", ShowAsync).Is(Act.OverrideScore);
        pages.MapPost("/teach/submissions/{id}/override", OverrideAsync).Is(Act.OverrideScore);
    }

    private static Task<IResult> ShowAsync(string id, Visit visit, Submitted submitted, InstanceCache cache, StoreContext store, CancellationToken cancellationToken) =>
        PageAsync(visit, submitted, cache, store, [], default, cancellationToken);

    private static async Task<IResult> OverrideAsync(
        string id, IFormCollection form, HttpRequest request, IValidator<OverrideRequest> rules, Overriding overriding,
        Visit visit, Submitted submitted, InstanceCache cache, StoreContext store, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var set = new OverrideRequest(PageForms.Share(form.Text("score"), Texts.TeachScore, problems), form.Text("reason"));
        rules.Check(set, problems);
        if (problems.Count > 0)
        {
            return await PageAsync(visit, submitted, cache, store, problems, (form.Text("score"), form.Text("reason")), cancellationToken);
        }

        await overriding.SetAsync(visit, set, form.Identity(request, visit), cancellationToken);
        return TypedResults.Redirect($"/teach/submissions/{id}");
    }

    private static async Task<IResult> PageAsync(
        Visit visit, Submitted submitted, InstanceCache cache, StoreContext store, IReadOnlyList<string> problems, (string?, string?) typed, CancellationToken cancellationToken)
    {
        var row = await store.Submissions.AsNoTracking().SingleAsync(s => s.Id == visit.Id, cancellationToken);
        var frame = await AssignmentFrame.OfAsync(store, visit, row.AssignmentId!.Value, cancellationToken);
        var attempts = await store.Submissions.Where(s => s.ItemId == row.ItemId && s.PersonId == row.PersonId).OrderBy(s => s.Attempt).Select(s => new { s.Id, s.Attempt }).ToListAsync(cancellationToken);
        return PageResults.Show<SubmissionSheet>(new
        {
            View = new SubmissionView
            {
                Frame = frame,
                Item = frame.Item(row.ItemId)!,
                Sheet = (await cache.FindAsync(store, row.InstanceId, cancellationToken))!.Sheet,
                Submission = await submitted.ReadAsync(visit.Id, visit, cancellationToken),
                Person = Ids.Write(row.PersonId!.Value),
                Name = await store.Users.Where(p => p.Id == row.PersonId).Select(p => p.Name).SingleAsync(cancellationToken),
                Attempts = [.. attempts.Select(attempt => (Ids.Write(attempt.Id), attempt.Attempt!.Value))],
                Extension = await store.Extensions.AsNoTracking().SingleOrDefaultAsync(e => e.AssignmentId == row.AssignmentId && e.PersonId == row.PersonId, cancellationToken) is { } extension
                    ? ExtensionAnswer.Of(extension) : null,
                Objections = problems,
                Typed = typed,
            },
        });
    }
}
