using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Drafts;
using RnnGrader.Web.Instances;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Solving;
using RnnGrader.Web.Submissions;

namespace RnnGrader.Web.Pages.Worksheets;

/// <summary>The page of a worksheet, whether it is practice or somebody's assigned work, and what can be done on it.</summary>
internal static class WorksheetEndpoints
{
    public static void MapWorksheets(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/worksheets", DrawAsync).Is(Act.DrawPractice);
        pages.MapGet("/worksheets/{id}", ShowAsync).Is(Act.SeeInstance);
        pages.MapPost("/worksheets/{id}", ActAsync).Is(Act.Answer);
        pages.MapGet("/worksheets/{id}/solution", SolveAsync).Is(Act.AskForHelp);
    }

    // Not once for one request: a second draw harms nobody, and a form that was left open may be sent with another exercise.
    private static async Task<RedirectHttpResult> DrawAsync(IFormCollection form, Drawing drawing, CancellationToken cancellationToken)
    {
        var exercise = JsonSerializer.SerializeToElement(form["exercise"].ToString());
        var parameters = form["parameters"] is [{ Length: > 0 } json] ? JsonElement.Parse(json) : (JsonElement?)null;
        var drawn = await drawing.DrawAsync(new(exercise, null, parameters, null), new("", null, []), cancellationToken);
        return SeeOther(AddressOf(drawn));
    }

    private static async Task<RazorComponentResult<WorksheetPage>> ShowAsync(string id, Visit visit, WorksheetViews views, CancellationToken cancellationToken) =>
        PageResults.Show<WorksheetPage>(new { View = await views.OfAsync(visit, cancellationToken) });

    /// <summary>Hands in; or keeps what was typed and shows a hint, or more rows.</summary>
    private static async Task<RedirectHttpResult> ActAsync(
        string id, IFormCollection form, Visit visit, Submitting submitting, Asking asking, StoreContext store, TimeProvider time, CancellationToken cancellationToken)
    {
        var drawn = visit.Drawn!;
        var answers = FormAnswers.Read(drawn.Sheet, form);
        var address = AddressOf(drawn);
        switch (form["do"].ToString())
        {
            case "hint":
                await store.KeepDraftAsync(visit.Id, answers.GetRawText(), time.Now(), cancellationToken);
                await asking.NextAsync(visit, form["hint"].ToString(), cancellationToken);
                return SeeOther($"{address}#hints");
            case "more":
                await store.KeepDraftAsync(visit.Id, answers.GetRawText(), time.Now(), cancellationToken);
                return SeeOther(address);
            default:
                try
                {
                    await submitting.SubmitAsync(drawn, answers, Identity(id, form["key"].ToString(), answers, visit), cancellationToken);
                    return SeeOther($"{address}#report");
                }
                catch (RefusalException refusal) when (refusal.Answer.StatusCode == StatusCodes.Status409Conflict)
                {
                    // Closed, used up or drawn anew since the page was opened: the page says which, and what was typed is not lost.
                    store.ChangeTracker.Clear();
                    await store.KeepDraftAsync(visit.Id, answers.GetRawText(), time.Now(), cancellationToken);
                    return SeeOther(address);
                }

        }
    }

    private static async Task<Results<RazorComponentResult<SolutionPage>, RazorComponentResult<ErrorPage>>> SolveAsync(string id, Visit visit, Help help, CancellationToken cancellationToken) =>
        await help.NoSolutionReasonAsync(visit, cancellationToken) is { } reason
            ? PageResults.Refused(Problem.Of(StatusCodes.Status403Forbidden, reason))
            : PageResults.Show<SolutionPage>(new { visit.Drawn!.Row.Title, visit.Drawn.Sheet, Back = AddressOf(visit.Drawn!) });

    private static string AddressOf(DrawnInstance drawn) => $"/worksheets/{Ids.Write(drawn.Row.Id)}";

    private static RedirectHttpResult SeeOther(string address) => TypedResults.Redirect(address);

    // The same answers from the same page are one submission, however often they are sent; other answers from that page, after a step back, are another.
    private static RequestIdentity Identity(string id, string key, JsonElement answers, Visit visit)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(answers.GetRawText()));
        return new(RequestIdentity.ScopeOf(HttpMethods.Post, $"/worksheets/{id}", visit.Caller?.PersonId), $"{key[..Math.Min(key.Length, 64)]}:{Convert.ToHexStringLower(hash)}", hash);
    }
}
