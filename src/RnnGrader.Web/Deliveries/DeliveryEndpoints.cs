using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
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
        string id, string? state, string? limit, string? cursor, Visit visit, StoreContext store, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(limit, cursor, out var paging, out var problem))
        {
            return problem;
        }

        if (!TryState(state, out var wanted))
        {
            return BadState();
        }

        var rows = await (
            from delivery in store.Deliveries.AsNoTracking()
            join person in store.Users on delivery.PersonId equals person.Id
            where delivery.CourseId == visit.Course && (wanted == null || delivery.State == wanted)
            orderby delivery.Kind, person.Name, delivery.Id
            select new { delivery, person.Name }).Skip(paging.After).Take(paging.Limit + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(paging.Cut(rows).Select(row => DeliveryAnswer.Of(row.delivery, row.Name)));
    }

    /// <summary>Lists the tries of a delivery, newest first; at most a hundred.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="delivery">Id of the delivery.</param>
    /// <response code="200">The tries.</response>
    private static async Task<Ok<Page<AttemptAnswer>>> LogAsync(string id, string delivery, Visit visit, StoreContext store, CancellationToken cancellationToken)
    {
        var key = Ids.Read(delivery);
        var rows = await store.DeliveryAttempts.AsNoTracking()
            .Where(a => a.DeliveryId == key && store.Deliveries.Any(d => d.Id == a.DeliveryId && d.CourseId == visit.Course))
            .OrderByDescending(a => a.Id).Take(Paging.MaxLimit).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<AttemptAnswer>([.. rows.Select(AttemptAnswer.Of)], null));
    }

    /// <summary>Sends one again, whatever became of it.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="delivery">Id of the delivery.</param>
    /// <response code="200">It is on its way.</response>
    private static async Task<Results<Ok<AgainAnswer>, ProblemHttpResult>> AgainAsync(string id, string delivery, Visit visit, StoreContext store, TimeProvider time, CancellationToken cancellationToken)
    {
        var key = Ids.Read(delivery);
        var count = await WantAgainAsync(store, visit, time.Now(), store.Deliveries.Where(d => d.Id == key && d.CourseId == visit.Course), cancellationToken);
        return count == 1 ? TypedResults.Ok(new AgainAnswer(1)) : Problem.Of(StatusCodes.Status404NotFound, "This course has no such delivery.");
    }

    /// <summary>Sends all scores again, and every event that has not arrived.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="state">Only those that are `waiting`, `sent` or `refused`.</param>
    /// <response code="200">How many are on their way.</response>
    /// <response code="422">`state` has no meaning.</response>
    private static async Task<Results<Ok<AgainAnswer>, ProblemHttpResult>> AllAgainAsync(string id, string? state, Visit visit, StoreContext store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!TryState(state, out var wanted))
        {
            return BadState();
        }

        var all = store.Deliveries.Where(d => d.CourseId == visit.Course && (wanted == null || d.State == wanted) && (d.Kind == DeliveryKind.Score || d.State != DeliveryState.Sent));
        return TypedResults.Ok(new AgainAnswer(await WantAgainAsync(store, visit, time.Now(), all, cancellationToken)));
    }

    /// <summary>Whether the caller's own score for an assignment has arrived in the platforms' gradebooks.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <response code="200">A line for each platform's link that the caller has opened it by.</response>
    private static async Task<Ok<Page<DeliveryAnswer>>> OwnAsync(string id, Visit visit, StoreContext store, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<DeliveryAnswer>(await store.OwnScoresAsync(visit.Id, visit.PersonId, cancellationToken), null));

    private static async Task<int> WantAgainAsync(StoreContext store, Visit visit, DateTime now, IQueryable<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var rows = await deliveries.ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            row.WantAgain(now);
            row.SentScore = null;
        }

        store.Record(visit, now, "deliveries.again", Ids.Write(visit.Id), null, new { rows.Count });
        await store.SaveChangesAsync(cancellationToken);
        return rows.Count;
    }

    private static bool TryState(string? text, out DeliveryState? state)
    {
        state = text switch
        {
            "waiting" => DeliveryState.Waiting,
            "sent" => DeliveryState.Sent,
            "refused" => DeliveryState.Refused,
            _ => null,
        };
        return text is null || state is not null;
    }

    private static ProblemHttpResult BadState() => Problem.Invalid("state", "state must be waiting, sent or refused.");
}
