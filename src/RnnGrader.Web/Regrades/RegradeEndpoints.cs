using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Regrades;

/// <summary>Grading again what was submitted.</summary>
internal static class RegradeEndpoints
{
    public static IEndpointRouteBuilder MapRegrades(this IEndpointRouteBuilder api)
    {
        var regrades = api.MapGroup("/assignments/{id}/regrades").WithTags("Regrades").Is(Act.Regrade).ProducesAccessProblems();
        regrades.MapPost("", StartAsync).AddEndpointFilter<Validated<RegradeRequest>>().ProducesBodyProblems().ProducesProblem(StatusCodes.Status409Conflict);
        regrades.MapGet("", ListAsync).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        regrades.MapGet("/{regrade}", GetAsync);
        regrades.MapGet("/{regrade}/changes", ChangesAsync).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    /// <summary>Grades all submissions of an assignment again, or says what that would change. Old grades stay. It is waited for some seconds; whatever takes longer goes on, and GET says how far it is.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <response code="201">The regrade, with the first of what changes.</response>
    /// <response code="409">Another regrade changes this assignment just now.</response>
    private static async Task<Created<RegradeAnswer>> StartAsync(
        string id, Posted<RegradeRequest> request, Visit visit, RegradeDesk regrades, CancellationToken cancellationToken)
    {
        var stored = await regrades.StartAsync(visit, request.Value, request.Repeats, cancellationToken);
        var answer = await regrades.ReadAsync(visit.Id, stored, cancellationToken);
        return TypedResults.Created($"{Api.Base}/assignments/{id}/regrades/{answer!.Id}", answer);
    }

    /// <summary>Lists an assignment's regrades, newest first.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <param name="limit">How many at most, 1 to 100. 50 where it is left out.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">A page of regrades.</response>
    private static async Task<Results<Ok<Page<RegradeAnswer>>, ProblemHttpResult>> ListAsync(
        string id, string? limit, string? cursor, Visit visit, StoreContext store, CancellationToken cancellationToken) =>
        Paging.TryRead(limit, cursor, out var paging, out var problem)
            ? TypedResults.Ok(paging.Cut(await store.Regrades.AsNoTracking().Where(r => r.AssignmentId == visit.Id).OrderByDescending(r => r.Id)
                .Skip(paging.After).Take(paging.Limit + 1).ToListAsync(cancellationToken)).Select(r => RegradeAnswer.Of(r)))
            : problem;

    /// <summary>How far a regrade is, and the first of what it changes.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <param name="regrade">Id of the regrade.</param>
    /// <response code="200">The regrade.</response>
    private static async Task<Results<Ok<RegradeAnswer>, ProblemHttpResult>> GetAsync(string id, string regrade, Visit visit, RegradeDesk regrades, CancellationToken cancellationToken) =>
        Ids.Read(regrade) is { } key && await regrades.ReadAsync(visit.Id, key, cancellationToken) is { } answer ? TypedResults.Ok(answer) : NotFound();

    /// <summary>What a regrade changes, or would change, by submission.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <param name="regrade">Id of the regrade.</param>
    /// <param name="limit">How many at most, 1 to 100. 50 where it is left out.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">A page of changes.</response>
    private static async Task<Results<Ok<Page<ChangeAnswer>>, ProblemHttpResult>> ChangesAsync(
        string id, string regrade, string? limit, string? cursor, Visit visit, RegradeDesk regrades, StoreContext store, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(limit, cursor, out var paging, out var problem))
        {
            return problem;
        }

        return Ids.Read(regrade) is { } key && await store.Regrades.AnyAsync(r => r.Id == key && r.AssignmentId == visit.Id, cancellationToken)
            ? TypedResults.Ok(await regrades.ChangesAsync(key, paging, cancellationToken))
            : NotFound();
    }

    private static ProblemHttpResult NotFound() => Problem.Of(StatusCodes.Status404NotFound, "This assignment has no such regrade.");
}
