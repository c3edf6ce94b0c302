using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;
using RnnGrader.Web.Submissions;
using RnnGrader.Web.Work;

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
        string id, Posted<OverrideRequest> request, Visit visit, StoreContext store, Submitted submitted, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.Now();
        if (await store.FindFirstAsync(request.Repeats, cancellationToken) is null)
        {
            await store.InOneTransactionOnceAsync(request.Repeats, now, () => StoreAsync(store, visit, request.Value, now, cancellationToken), cancellationToken);
        }

        return TypedResults.Created($"{Api.Base}/submissions/{id}", await submitted.ReadAsync(visit.Id, visit, CancellationToken.None));
    }

    private static async Task<Guid?> StoreAsync(StoreContext store, Visit visit, OverrideRequest request, DateTime now, CancellationToken cancellationToken)
    {
        var submission = await store.Submissions.AsNoTracking().AsSplitQuery().Include(s => s.Grades).Include(s => s.Overrides).SingleAsync(s => s.Id == visit.Id, cancellationToken);
        if (submission.ItemId is null)
        {
            throw new RefusalException(Problem.Of(StatusCodes.Status409Conflict, "This is practice: it counts nothing."));
        }

        var set = new Override
        {
            Id = Ids.New(now),
            SubmissionId = submission.Id,
            CourseId = visit.Course,
            Score = request.Score!.Value,
            Reason = request.Reason!.Trim(),
            AuthorId = visit.PersonId,
            CreatedAt = now,
        };
        store.Add(set);
        store.Record(visit, now, "score.overridden", Ids.Write(submission.Id), new { submission.Counted }, OverrideAnswer.Of(set));
        await store.SaveChangesAsync(cancellationToken);
        await store.RecountAsync(submission.ItemId.Value, submission.PersonId!.Value, now, cancellationToken);
        return set.Id;
    }
}
