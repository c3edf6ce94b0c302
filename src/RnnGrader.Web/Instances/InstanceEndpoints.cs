using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Engine;
using RnnGrader.Exercises;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Instances;

/// <summary>Drawn exercises.</summary>
internal static class InstanceEndpoints
{
    private const string Scope = "POST /instances";

    public static IEndpointRouteBuilder MapInstances(this IEndpointRouteBuilder api)
    {
        var instances = api.MapGroup("/instances").WithTags("Instances").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        instances.MapPost("", DrawAsync).AddEndpointFilter<Validated<DrawRequest>>().ProducesBodyProblems();
        instances.MapGet("/{id}", GetAsync).ProducesProblem(StatusCodes.Status404NotFound);
        return api;
    }

    /// <summary>Draws an instance of an exercise from a seed, or makes one from givens set by hand.</summary>
    /// <response code="201">The instance, or with an `Idempotency-Key` that was used before the one that was made then.</response>
    /// <response code="422">The exercise, the seed, a parameter or a given has no meaning; `errors` says which.</response>
    private static async Task<Results<Created<InstanceAnswer>, ProblemHttpResult>> DrawAsync(
        Posted<DrawRequest> request, StoreContext store, InstanceCache cache, TimeProvider time, CancellationToken cancellationToken)
    {
        var draw = request.Value;
        if (Catalogue.Find(draw.Exercise!.Value.GetString()!) is not { } exercise)
        {
            return Problem.Invalid("exercise", "There is no exercise of this slug. GET /api/v1/exercises lists them.");
        }

        var problems = new Problems();
        if (Settings.Read(exercise, draw.Parameters, problems) is not { } settings)
        {
            return Problem.Invalid(problems.ByPath);
        }

        var seed = draw.Givens is null ? draw.Seed?.GetInt64() ?? DrawRequest.RandomSeed() : (long?)null;
        var sheet = seed is null ? exercise.From(draw.Givens!.Value, settings, problems) : exercise.Draw((ulong)seed.Value, settings);
        if (sheet is null)
        {
            return Problem.Invalid(problems.ByPath);
        }

        var now = time.Now();
        var instance = InstanceRow.Of(Ids.New(now), exercise, seed, settings, sheet, now);
        store.Add(instance);
        var stored = await store.SaveOnceAsync(Scope, request, instance.Id, now, cancellationToken);
        return Created(stored == instance.Id ? cache.Keep(instance, sheet) : await cache.FindAsync(store, stored, cancellationToken));
    }

    /// <summary>Answers an instance as it was drawn. It never holds its answers.</summary>
    /// <param name="id">Id of the instance.</param>
    /// <response code="200">The instance.</response>
    /// <response code="404">There is no such instance.</response>
    private static async Task<Results<Ok<InstanceAnswer>, ProblemHttpResult>> GetAsync(
        string id, StoreContext store, InstanceCache cache, CancellationToken cancellationToken) =>
        Ids.Read(id) is { } key && await cache.FindAsync(store, key, cancellationToken) is { } drawn
            ? TypedResults.Ok(InstanceAnswer.Of(drawn))
            : NotFound();

    public static ProblemHttpResult NotFound() =>
        Problem.Of(StatusCodes.Status404NotFound, "There is no such instance. POST /api/v1/instances draws one.");

    private static Created<InstanceAnswer> Created(DrawnInstance? drawn) =>
        TypedResults.Created($"{Api.Base}/instances/{Ids.Write(drawn!.Row.Id)}", InstanceAnswer.Of(drawn));
}
