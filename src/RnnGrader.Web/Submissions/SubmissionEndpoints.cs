using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Submissions;

/// <summary>Answers to instances, stored and graded.</summary>
internal static class SubmissionEndpoints
{
    public static IEndpointRouteBuilder MapSubmissions(this IEndpointRouteBuilder api)
    {
        var submissions = api.MapGroup("").WithTags("Submissions").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        submissions.MapPost("/instances/{id}/submissions", SubmitAsync).Is(Act.Answer).AddEndpointFilter<Validated<SubmitRequest>>()
            .ProducesBodyProblems().ProducesProblem(StatusCodes.Status409Conflict);
        submissions.MapGet("/submissions/{id}", GetAsync).Is(Act.SeeSubmission);
        return api;
    }

    /// <summary>Submits answers: they are stored and graded.</summary>
    /// <param name="id">Id of the instance.</param>
    /// <response code="201">The grade, or with an `Idempotency-Key` that was used before the one that was given then.</response>
    /// <response code="404">There is no such instance, or it is not yours.</response>
    /// <response code="409">The assignment is not open, or the attempts are used up, or the numbers are old ones.</response>
    /// <response code="422">A blank is unknown, has a wrong number of cells or a cell that is too long; `errors` says which.</response>
    private static async Task<Created<SubmissionAnswer>> SubmitAsync(
        string id, Posted<SubmitRequest> request, Visit visit, Submitting submitting, Submitted submitted, CancellationToken cancellationToken)
    {
        var submission = await submitting.SubmitAsync(visit.Drawn!, request.Value.Answers!.Value, request.Repeats, cancellationToken);

        // Stored: a client that gives up now must not be told of a failure.
        return TypedResults.Created($"{Api.Base}/submissions/{Ids.Write(submission)}", await submitted.ReadAsync(submission, visit, CancellationToken.None));
    }

    /// <summary>Answers a submission with its grade.</summary>
    /// <param name="id">Id of the submission.</param>
    /// <response code="200">The submission.</response>
    /// <response code="404">There is no such submission, or it is not yours.</response>
    private static async Task<Ok<SubmissionAnswer>> GetAsync(string id, Visit visit, Submitted submitted, CancellationToken cancellationToken) =>
        TypedResults.Ok(await submitted.ReadAsync(visit.Id, visit, cancellationToken));
}
