using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Courses;

/// <summary>Who changed what in a course. It is only ever read.</summary>
internal static class AuditEndpoints
{
    public static IEndpointRouteBuilder MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapGet("/courses/{id}/audit", ListAsync).WithTags("Courses").Is(Act.SeeAudit)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return api;
    }

    /// <summary>Lists who changed what in a course and when, the newest first. Nothing of it can be changed.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">The changes.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">Students don't see it.</response>
    /// <response code="404">There is no such course, or you don't belong to it.</response>
    /// <response code="422">`limit` or `cursor` has no meaning.</response>
    private static async Task<Results<Ok<Page<AuditAnswer>>, ProblemHttpResult>> ListAsync(
        string id, string? limit, string? cursor, Visit visit, AuditReader audit, CancellationToken cancellationToken) =>
        Paging.TryRead(limit, null, out var paging, out var problem)
            ? TypedResults.Ok(await audit.PageAsync(visit.Course, paging.Limit, cursor, cancellationToken))
            : problem;
}
