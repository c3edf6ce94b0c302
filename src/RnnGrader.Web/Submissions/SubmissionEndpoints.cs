using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Engine;
using RnnGrader.Grading;
using RnnGrader.Storage;
using RnnGrader.Web.Instances;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Submissions;

/// <summary>Answers to instances, stored and graded.</summary>
internal static class SubmissionEndpoints
{
    public static IEndpointRouteBuilder MapSubmissions(this IEndpointRouteBuilder api)
    {
        var submissions = api.MapGroup("").WithTags("Submissions").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        submissions.MapPost("/instances/{id}/submissions", SubmitAsync).AddEndpointFilter<Validated<SubmitRequest>>()
            .ProducesBodyProblems().ProducesProblem(StatusCodes.Status404NotFound);
        submissions.MapGet("/submissions/{id}", GetAsync).ProducesProblem(StatusCodes.Status404NotFound);
        return api;
    }

    /// <summary>Submits answers: they are stored and graded.</summary>
    /// <param name="id">Id of the instance.</param>
    /// <response code="201">The grade, or with an `Idempotency-Key` that was used before the one that was given then.</response>
    /// <response code="404">There is no such instance.</response>
    /// <response code="422">A blank is unknown, has a wrong number of cells or a cell that is too long; `errors` says which.</response>
    private static async Task<Results<Created<SubmissionAnswer>, ProblemHttpResult>> SubmitAsync(
        string id, Posted<SubmitRequest> request, StoreContext store, InstanceCache cache, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Ids.Read(id) is not { } key || await cache.FindAsync(store, key, cancellationToken) is not { } drawn)
        {
            return InstanceEndpoints.NotFound();
        }

        var problems = new Problems();
        var sent = request.Value.Answers!.Value;
        if (Answers.Read(drawn.Sheet, sent, problems) is not { } answers)
        {
            return Problem.Invalid(problems.ByPath);
        }

        var now = time.Now();

        // Before the save: once that has succeeded, nothing may fail any more.
        var hints = await HintsAsync(store, key, now, cancellationToken);
        var submission = SubmissionRow.Of(Ids.New(now), key, drawn.Sheet, sent, answers, now);
        store.Add(submission);
        var stored = await store.SaveOnceAsync($"POST /instances/{key:N}/submissions", request, submission.Id, now, cancellationToken);
        return Created(stored == submission.Id ? SubmissionAnswer.Of(submission, hints) : await ReadAsync(store, stored, cancellationToken));
    }

    /// <summary>Answers a submission with its grade.</summary>
    /// <param name="id">Id of the submission.</param>
    /// <response code="200">The submission.</response>
    /// <response code="404">There is no such submission.</response>
    private static async Task<Results<Ok<SubmissionAnswer>, ProblemHttpResult>> GetAsync(string id, StoreContext store, CancellationToken cancellationToken) =>
        Ids.Read(id) is { } key && await ReadAsync(store, key, cancellationToken) is { } submission
            ? TypedResults.Ok(submission)
            : Problem.Of(StatusCodes.Status404NotFound, "There is no such submission.");

    private static async Task<SubmissionAnswer?> ReadAsync(StoreContext store, Guid id, CancellationToken cancellationToken) =>
        await store.Submissions.AsNoTracking().Include(s => s.Grades.OrderByDescending(g => g.Id).Take(1)).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is { } submission
            ? SubmissionAnswer.Of(submission, await HintsAsync(store, submission.InstanceId, submission.ReceivedAt, cancellationToken))
            : null;

    private static async Task<IReadOnlyList<HintUse>> HintsAsync(StoreContext store, Guid instance, DateTime until, CancellationToken cancellationToken) =>
        await store.HintUses.AsNoTracking().Where(hint => hint.InstanceId == instance && hint.ShownAt <= until).OrderBy(hint => hint.ShownAt).ToListAsync(cancellationToken);

    private static Created<SubmissionAnswer> Created(SubmissionAnswer? submission) =>
        TypedResults.Created($"{Api.Base}/submissions/{submission!.Id}", submission);
}
