using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Exercises;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Exercises;

/// <summary>The catalogue: what can be drawn.</summary>
internal static class ExerciseEndpoints
{
    public static IEndpointRouteBuilder MapExercises(this IEndpointRouteBuilder api)
    {
        var exercises = api.MapGroup("/exercises").WithTags("Exercises").Is(Act.SeeCatalogue);
        exercises.MapGet("", List).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        exercises.MapGet("/{slug}", Get).ProducesProblem(StatusCodes.Status404NotFound);
        return api;
    }

    /// <summary>Lists the exercises, by number.</summary>
    /// <param name="limit">How many at most, 1 to 100. 50 where it is left out.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">A page of exercises.</response>
    /// <response code="422">`limit` or `cursor` has no meaning.</response>
    private static Results<Ok<Page<ExerciseSummary>>, ProblemHttpResult> List(string? limit, string? cursor)
    {
        if (!Paging.TryRead(limit, cursor, out var paging, out var problem))
        {
            return problem;
        }

        var rest = Catalogue.All.Where(e => e.Number > paging.After).Take(paging.Limit + 1).Select(ExerciseSummary.Of).ToList();
        return TypedResults.Ok(paging.Cut(rest, e => e.Number));
    }

    /// <summary>Describes an exercise: what a draw of it can be given, and what is to be filled in.</summary>
    /// <param name="slug">Such as `rnn-step-1`.</param>
    /// <response code="200">The exercise.</response>
    /// <response code="404">There is no exercise of this slug.</response>
    private static Results<Ok<ExerciseDetail>, ProblemHttpResult> Get(string slug) =>
        Catalogue.Find(slug) is { } exercise
            ? TypedResults.Ok(ExerciseDetail.Of(exercise))
            : Problem.Of(StatusCodes.Status404NotFound, "There is no exercise of this slug. GET /api/v1/exercises lists them.");
}
