using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;
using RnnGrader.Web.Submissions;

namespace RnnGrader.Web.Overrides;

/// <summary>Scores that people set beside the grader's.</summary>
internal static class OverrideEndpoints
{
    public static IEndpointRouteBuilder MapOverrides(this IEndpointRouteBuilder api)
    {
        api.MapPost("/submissions/{id}/override", SetAsync).WithTags("Submissions").Is(Act.OverrideScore).AddEndpointFilter<Validated<OverrideRequest>>()
            .ProducesAccessProblems().ProducesBodyProblems().ProducesProblem(StatusCodes.Status409Conflict);
        return api;
    }

    /// <summary>Sets what a submission counts. The grader's score stays beside it, and so does every earlier override; the newest counts.</summary>
    /// <param name="id">Id of the submission.</param>
    /// <response code="201">The submission as it counts now.</response>
    private static async Task<Created<SubmissionAnswer>> SetAsync(
        string id, Posted<OverrideRequest> request, Visit visit, Overriding overriding, Submitted submitted, CancellationToken cancellationToken)
    {
        await overriding.SetAsync(visit, request.Value, request.Repeats, cancellationToken);
        return TypedResults.Created($"{Api.Base}/submissions/{id}", await submitted.ReadAsync(visit.Id, visit, CancellationToken.None));
    }
}
