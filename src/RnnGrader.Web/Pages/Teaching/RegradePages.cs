using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Regrades;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>Grading again: first a look at what would change, then for good.</summary>
internal static class RegradePages
{
    public static void MapRegradePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/teach/assignments/{id}/regrade", ShowAsync).Is(Act.Regrade);
        pages.MapPost("/teach/assignments/{id}/regrade", StartAsync).Is(Act.Regrade);
        pages.MapGet("/teach/assignments/{id}/regrades/{regrade}", ShowOneAsync).Is(Act.Regrade);
    }

    private static async Task<IResult> ShowAsync(string id, Visit visit, StoreContext store, CancellationToken cancellationToken) => PageResults.Show<RegradePage>(new
    {
        View = new RegradeView
        {
            Frame = await AssignmentFrame.OfAsync(store, visit, visit.Id, cancellationToken),
            Earlier = [.. (await store.Regrades.AsNoTracking().Where(r => r.AssignmentId == visit.Id).OrderByDescending(r => r.Id).Take(Paging.DefaultLimit).ToListAsync(cancellationToken)).Select(r => RegradeAnswer.Of(r))],
        },
    });

    private static async Task<IResult> StartAsync(
        string id, IFormCollection form, HttpRequest request, IValidator<RegradeRequest> rules, Visit visit, RegradeDesk regrades, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var asked = new RegradeRequest(form["do"] != "apply", form.IsTicked("neverLower"), form.IsTicked("carried"), PageForms.WholeNumber(form.Text("version"), Texts.TeachGraderVersion, problems));
        rules.Check(asked, problems);
        return problems.Count > 0
            ? PageResults.Refused(Problem.Invalid("graderVersion", problems[0]))
            : TypedResults.Redirect($"/teach/assignments/{id}/regrades/{Ids.Write(await regrades.StartAsync(visit, asked, form.Identity(request, visit), cancellationToken))}");
    }

    private static async Task<IResult> ShowOneAsync(string id, string regrade, string? cursor, Visit visit, RegradeDesk regrades, StoreContext store, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(null, cursor, out var paging, out var problem))
        {
            return PageResults.Refused(problem);
        }

        if (Ids.Read(regrade) is not { } key || await regrades.ReadAsync(visit.Id, key, cancellationToken) is not { } shown)
        {
            return PageResults.Refused(Problem.Of(StatusCodes.Status404NotFound, "This assignment has no such regrade."));
        }

        return PageResults.Show<RegradeSheet>(new
        {
            View = new RegradeView
            {
                Frame = await AssignmentFrame.OfAsync(store, visit, visit.Id, cancellationToken),
                Shown = shown,
                Changes = await regrades.ChangesAsync(key, paging, cancellationToken),
                IsLater = cursor is not null,
            },
        });
    }
}
