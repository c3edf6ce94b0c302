using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Courses;

/// <summary>Many members at once.</summary>
internal static class RosterEndpoints
{
    public static IEndpointRouteBuilder MapRoster(this IEndpointRouteBuilder api)
    {
        api.MapPost("/courses/{id}/roster", ImportAsync).WithTags("Courses").Is(Act.ChangeMembers).WithMetadata(new RequestSizeLimitAttribute(RosterFile.MaxBytes))
            .ProducesBodyProblems().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return api;
    }

    /// <summary>
    /// Makes everybody in a file a member, with a first line `email,name,role,group`: all lines or none. It is safe to repeat: who is a member stays one, with
    /// the role and group of the file; who is not in the file is not touched.
    /// </summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="dryRun">`true`: everything is checked and nothing stored.</param>
    /// <response code="200">What changed.</response>
    /// <response code="400">The file is not UTF-8.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">You are no instructor of the course.</response>
    /// <response code="404">There is no such course, or you don't belong to it.</response>
    /// <response code="409">The course would have no instructor.</response>
    /// <response code="415">The file is not sent as text/csv.</response>
    /// <response code="422">Lines have no meaning: `errors` has sentences by line.</response>
    private static async Task<Results<Ok<RosterAnswer>, ProblemHttpResult>> ImportAsync(
        string id, string? dryRun, RosterFile file, Visit visit, Members members, CancellationToken cancellationToken)
    {
        var dry = false;
        if (dryRun is not null && !bool.TryParse(dryRun, out dry))
        {
            return Problem.Invalid("dryRun", "dryRun must be true or false.");
        }

        return TypedResults.Ok(await members.ImportAsync(visit, Roster.Read(file.Text), dry, cancellationToken));
    }
}
