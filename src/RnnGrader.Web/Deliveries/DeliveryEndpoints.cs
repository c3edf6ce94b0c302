using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Deliveries;

/// <summary>What has arrived at other places, what waits, what was refused and why.</summary>
internal static class DeliveryEndpoints
{
    public static IEndpointRouteBuilder MapDeliveries(this IEndpointRouteBuilder api)
    {
        var deliveries = api.MapGroup("/courses/{id}/deliveries").WithTags("Connections").ProducesAccessProblems();
        deliveries.MapGet("", ListAsync).Is(Act.SeeConnections).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        deliveries.MapGet("/{delivery}/log", LogAsync).Is(Act.SeeConnections);
        deliveries.MapPost("/{delivery}/again", AgainAsync).Is(Act.ManageConnections);
        deliveries.MapPost("/again", AllAgainAsync).Is(Act.ManageConnections).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/assignments/{id}/delivery", OwnAsync).WithTags("Connections").Is(Act.SeeAssignment).ProducesAccessProblems();
        return api;
    }

    /// <summary>Lists what is wanted at other places, by student.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="state">Only `waiting`, `sent` or `refused`.</param>
    /// <param name="limit">How many at most, 1 to 100. 50 where it is left out.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">A page of deliveries.</response>
    /// <response code="422">`state`, `limit` or `cursor` has no meaning.</response>
    private static async Task<Results<Ok<Page<DeliveryAnswer>>, ProblemHttpResult>> ListAsync(
        string id, string? state, string? limit, string? cursor, Visit visit, DeliveryDesk desk, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(limit, cursor, out var paging, out var problem))
        {
            return problem;
        }

        return DeliveryStates.TryRead(state, out var wanted) ? TypedResults.Ok(await desk.PageAsync(visit.Course, wanted, paging, cancellationToken)) : BadState();
    }

    /// <summary>Lists the tries of a delivery, newest first; at most a hundred.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="delivery">Id of the delivery.</param>
    /// <response code="200">The tries.</response>
    private static async Task<Ok<Page<AttemptAnswer>>> LogAsync(string id, string delivery, Visit visit, DeliveryDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<AttemptAnswer>(await desk.LogAsync(visit.Course, delivery, cancellationToken), null));

    /// <summary>Sends one again, whatever became of it.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="delivery">Id of the delivery.</param>
    /// <response code="200">It is on its way.</response>
    private static async Task<Results<Ok<AgainAnswer>, ProblemHttpResult>> AgainAsync(string id, string delivery, Visit visit, DeliveryDesk desk, CancellationToken cancellationToken) =>
        await desk.AgainAsync(visit, delivery, cancellationToken) ? TypedResults.Ok(new AgainAnswer(1)) : Problem.Of(StatusCodes.Status404NotFound, "This course has no such delivery.");

    /// <summary>Sends all scores again, and every event that has not arrived.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="state">Only those that are `waiting`, `sent` or `refused`.</param>
    /// <response code="200">How many are on their way.</response>
    /// <response code="422">`state` has no meaning.</response>
    private static async Task<Results<Ok<AgainAnswer>, ProblemHttpResult>> AllAgainAsync(string id, string? state, Visit visit, DeliveryDesk desk, CancellationToken cancellationToken) =>
        DeliveryStates.TryRead(state, out var wanted) ? TypedResults.Ok(new AgainAnswer(await desk.AllAgainAsync(visit, wanted, cancellationToken))) : BadState();

    /// <summary>Whether the caller's own score for an assignment has arrived in the platforms' gradebooks.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <response code="200">A line for each platform's link that the caller has opened it by.</response>
    private static async Task<Ok<Page<DeliveryAnswer>>> OwnAsync(string id, Visit visit, DeliveryDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<DeliveryAnswer>(await desk.ScoresAsync(visit.Id, visit.PersonId, cancellationToken), null));

    private static ProblemHttpResult BadState() => Problem.Invalid("state", "state must be waiting, sent or refused.");
}
