using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Submissions;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Overrides;

/// <summary>Sets what a submission counts beside the grader's score. Used by the API and by the pages.</summary>
internal sealed class Overriding(StoreContext store, TimeProvider time)
{
    /// <summary>Sets it, once for one request. What was there before stays; the newest counts.</summary>
    /// <exception cref="RefusalException">It is practice.</exception>
    public async Task SetAsync(Visit visit, OverrideRequest request, RequestIdentity repeats, CancellationToken cancellationToken)
    {
        var now = time.Now();
        if (await store.FindFirstAsync(repeats, cancellationToken) is null)
        {
            await store.InOneTransactionOnceAsync(repeats, now, () => StoreAsync(visit, request, now, cancellationToken), cancellationToken);
        }
    }

    private async Task<Guid?> StoreAsync(Visit visit, OverrideRequest request, DateTime now, CancellationToken cancellationToken)
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
