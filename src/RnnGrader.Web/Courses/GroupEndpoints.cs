using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Courses;

/// <summary>What the students of a group must do.</summary>
internal static class GroupEndpoints
{
    public static IEndpointRouteBuilder MapGroups(this IEndpointRouteBuilder api)
    {
        api.MapPut("/courses/{id}/groups/{name}", SetAsync).WithTags("Courses").Is(Act.ChangeCourse).AddEndpointFilter<Validated<GroupRequest>>().ProducesBodyProblems()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return api;
    }

    /// <summary>Sets how many exercises a group's students must complete. The group is made where it is not there.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="name">Name of the group.</param>
    /// <response code="200">The group.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">You are no instructor of the course.</response>
    /// <response code="404">There is no such course, or you don't belong to it.</response>
    /// <response code="422">The name or the goal has no meaning.</response>
    private static async Task<Ok<GroupAnswer>> SetAsync(string id, string name, Posted<GroupRequest> request, Visit visit, Groups groups, CancellationToken cancellationToken) =>
        TypedResults.Ok(await groups.SetAsync(visit, name, request.Value.Goal, cancellationToken));
}
