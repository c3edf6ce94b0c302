using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Links;

/// <summary>A course's links with platforms' courses.</summary>
internal static class LmsEndpoints
{
    public static IEndpointRouteBuilder MapLms(this IEndpointRouteBuilder api)
    {
        var lms = api.MapGroup("/courses/{id}/lms").WithTags("LMS").ProducesAccessProblems();
        lms.MapGet("", ListAsync).Is(Act.SeeConnections);
        lms.MapPost("/roster", ReadRosterAsync).Is(Act.ManageConnections);
        lms.MapPost("/test", TestAsync).Is(Act.ManageConnections);
        lms.MapPost("/code", MakeCode).Is(Act.ManageConnections);
        lms.MapPost("/link", LinkAsync).Is(Act.ManageConnections).ProducesBodyProblems();
        return api;
    }

    /// <summary>Lists the platforms' courses that this course is, and how reading their rosters went.</summary>
    /// <param name="id">Id of the course.</param>
    /// <response code="200">All of them.</response>
    private static async Task<Ok<Page<LmsAnswer>>> ListAsync(string id, Visit visit, LmsConnection lms, CancellationToken cancellationToken) =>
        All(await lms.ListAsync(visit.Course, cancellationToken));

    /// <summary>Reads the rosters now.</summary>
    /// <param name="id">Id of the course.</param>
    /// <response code="200">How it went.</response>
    private static async Task<Ok<Page<LmsAnswer>>> ReadRosterAsync(string id, Visit visit, LmsConnection lms, CancellationToken cancellationToken)
    {
        await lms.ReadRostersAsync(visit.Course, cancellationToken);
        return All(await lms.ListAsync(visit.Course, cancellationToken));
    }

    /// <summary>Tests the connection: asks each platform for a token for its gradebook, without sending anything there.</summary>
    /// <param name="id">Id of the course.</param>
    /// <response code="200">A line for each platform; `rosterProblem` says what is wrong, and is absent where nothing is.</response>
    private static async Task<Ok<Page<LmsAnswer>>> TestAsync(string id, Visit visit, LmsConnection lms, CancellationToken cancellationToken) =>
        All(await lms.TestAsync(visit.Course, cancellationToken));

    /// <summary>Makes a code by which whoever teaches a course that a platform made links that platform's course with this one.</summary>
    /// <param name="id">Id of this course.</param>
    /// <response code="200">The code, good for a day.</response>
    private static Ok<LinkCodeAnswer> MakeCode(string id, Visit visit, LmsConnection lms) => TypedResults.Ok(new LinkCodeAnswer(lms.Code(visit.Course)));

    /// <summary>Links the platforms' courses of this course with the course that a code is of: from now on launches lead there. Work that was done here stays here.</summary>
    /// <param name="id">Id of the course that a platform made.</param>
    /// <response code="200">The links that were moved.</response>
    /// <response code="422">The code is none, or too old.</response>
    private static async Task<Results<Ok<Page<LmsAnswer>>, ProblemHttpResult>> LinkAsync(string id, Posted<LinkCodeRequest> request, Visit visit, LmsConnection lms, CancellationToken cancellationToken) =>
        await lms.LinkAsync(visit, request.Value.Code, cancellationToken) is { } linked ? All(linked.Moved) : Problem.Invalid("code", LmsConnection.NoCode);

    private static Ok<Page<LmsAnswer>> All(IReadOnlyList<LmsAnswer> answers) => TypedResults.Ok(new Page<LmsAnswer>(answers, null));
}
