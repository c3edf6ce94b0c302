using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Extensions;

/// <summary>More time or attempts for single students.</summary>
internal static class ExtensionEndpoints
{
    public static IEndpointRouteBuilder MapExtensions(this IEndpointRouteBuilder api)
    {
        var extensions = api.MapGroup("/assignments/{id}/extensions").WithTags("Assignments").ProducesAccessProblems();
        extensions.MapPut("/{person}", SetAsync).Is(Act.ChangeAssignment).AddEndpointFilter<Validated<ExtensionRequest>>().ProducesBodyProblems();
        extensions.MapGet("", ListAsync).Is(Act.SeeGrades).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        extensions.MapDelete("/{person}", EndAsync).Is(Act.ChangeAssignment);
        return api;
    }

    /// <summary>Gives a student more time or attempts, in place of what the student was given before. What was submitted keeps its score until a regrade.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <param name="person">Id of the student.</param>
    /// <response code="200">The extension.</response>
    /// <response code="404">There is no such assignment, or the person is no student of its course.</response>
    private static async Task<Results<Ok<ExtensionAnswer>, ProblemHttpResult>> SetAsync(
        string id, string person, Posted<ExtensionRequest> request, Visit visit, Extending extending, CancellationToken cancellationToken) =>
        Ids.Read(person) is { } student && await extending.SetAsync(visit, student, request.Value, cancellationToken) is { } extension
            ? TypedResults.Ok(extension)
            : Problem.Of(StatusCodes.Status404NotFound, "The course has no such student. GET /api/v1/courses/{id}/members lists them.");

    /// <summary>Lists the extensions of an assignment.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <param name="limit">How many at most, 1 to 100. 50 where it is left out.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">A page of extensions.</response>
    private static async Task<Results<Ok<Page<ExtensionAnswer>>, ProblemHttpResult>> ListAsync(
        string id, string? limit, string? cursor, Visit visit, StoreContext store, CancellationToken cancellationToken) =>
        Paging.TryRead(limit, cursor, out var paging, out var problem)
            ? TypedResults.Ok(paging.Cut(await store.Extensions.AsNoTracking().Where(e => e.AssignmentId == visit.Id).OrderBy(e => e.PersonId)
                .Skip(paging.After).Take(paging.Limit + 1).ToListAsync(cancellationToken)).Select(ExtensionAnswer.Of))
            : problem;

    /// <summary>Takes a student's extension back: from now on everything is as for everybody.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <param name="person">Id of the student.</param>
    /// <response code="204">There is none any more.</response>
    private static async Task<NoContent> EndAsync(string id, string person, Visit visit, Extending extending, CancellationToken cancellationToken)
    {
        if (Ids.Read(person) is { } student)
        {
            await extending.EndAsync(visit, student, cancellationToken);
        }

        return TypedResults.NoContent();
    }
}
