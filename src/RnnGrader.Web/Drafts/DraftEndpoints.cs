using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Drafts;

/// <summary>Keeps what is typed before it is submitted.</summary>
internal static class DraftEndpoints
{
    public static IEndpointRouteBuilder MapDrafts(this IEndpointRouteBuilder api)
    {
        var drafts = api.MapGroup("/instances/{id}/draft").WithTags("Drafts").Is(Act.Answer)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        drafts.MapPut("", SaveAsync).AddEndpointFilter<Validated<DraftRequest>>().ProducesBodyProblems()
            .Produces<DraftConflict>(StatusCodes.Status409Conflict, "application/problem+json");
        drafts.MapGet("", ReadAsync);
        return api;
    }

    /// <summary>Keeps what was typed and not yet submitted. Nobody grades it.</summary>
    /// <param name="id">Id of the instance.</param>
    /// <response code="200">It is kept.</response>
    /// <response code="404">There is no such instance, or it is not yours.</response>
    /// <response code="409">It was saved by somebody else meanwhile, another tab perhaps; the problem holds both.</response>
    private static async Task<Results<Ok<DraftAnswer>, JsonHttpResult<DraftConflict>>> SaveAsync(
        string id, Posted<DraftRequest> request, Visit visit, StoreContext store, TimeProvider time, CancellationToken cancellationToken)
    {
        var (sent, now) = (request.Value, time.Now());
        var answers = sent.Answers!.Value.GetRawText();
        while (true)
        {
            var stored = await store.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.InstanceId == visit.Id, cancellationToken);
            var known = stored?.Version ?? 0;
            if (sent.Version is { } version && version != known && stored?.Answers != answers)
            {
                return Conflict(DraftAnswer.Of(stored), new DraftAnswer(sent.Answers.Value, version, null));
            }

            if (await store.TryKeepDraftAsync(visit.Id, answers, known, now, cancellationToken))
            {
                return TypedResults.Ok(new DraftAnswer(sent.Answers.Value, known + 1, now));
            }
        }
    }

    /// <summary>What was typed and not yet submitted; empty where nothing was.</summary>
    /// <param name="id">Id of the instance.</param>
    /// <response code="200">The draft.</response>
    /// <response code="404">There is no such instance, or it is not yours.</response>
    private static async Task<Ok<DraftAnswer>> ReadAsync(string id, Visit visit, StoreContext store, CancellationToken cancellationToken) =>
        TypedResults.Ok(DraftAnswer.Of(await store.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.InstanceId == visit.Id, cancellationToken)));

    private static JsonHttpResult<DraftConflict> Conflict(DraftAnswer stored, DraftAnswer sent) => TypedResults.Json(
        new DraftConflict
        {
            Status = StatusCodes.Status409Conflict,
            Title = "Conflict",
            Type = "https://tools.ietf.org/html/rfc9110#section-15.5.10",
            Detail = "This draft was saved elsewhere meanwhile. Choose between `stored` and `sent`, and save with the version of `stored`.",
            Stored = stored,
            Sent = sent,
        },
        JsonSerializerOptions.Web,
        "application/problem+json",
        StatusCodes.Status409Conflict);
}
