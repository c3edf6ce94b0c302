using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Submissions;

/// <summary>Reads submissions as whoever asks may see them. Used by the API and by the pages.</summary>
internal sealed class Submitted(StoreContext store, TimeProvider time)
{
    private IQueryable<Submission> Graded => store.Submissions.AsNoTracking().AsSingleQuery().Include(s => s.Grades).Include(s => s.Overrides);

    /// <summary>A submission that is there and that the caller may see, by the newest grade.</summary>
    public async Task<SubmissionAnswer> ReadAsync(Guid id, Visit visit, CancellationToken cancellationToken)
    {
        // What this very request has stored is known.
        var submission = store.Submissions.Local.FindEntry(id)?.Entity ?? await Graded.SingleAsync(s => s.Id == id, cancellationToken);
        var hints = await store.HintUses.AsNoTracking().Where(hint => hint.InstanceId == submission.InstanceId).OrderBy(hint => hint.ShownAt).ToListAsync(cancellationToken);
        var terms = submission.ItemId is null || visit.IsStaff ? null
            : await Terms.Of(store, submission.AssignmentId!.Value, submission.PersonId!.Value, submission.ItemId).SingleAsync(cancellationToken);
        return Show(submission, hints, terms);
    }

    /// <summary>The latest submission of an instance; null before the first.</summary>
    public Task<Submission?> LatestAsync(Guid instance, CancellationToken cancellationToken) =>
        Graded.Where(s => s.InstanceId == instance).OrderByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>A submission as it is shown by the times that bind whoever reads; null for nobody who is bound.</summary>
    public SubmissionAnswer Show(Submission submission, IEnumerable<HintUse> hints, Times? times)
    {
        var answer = SubmissionAnswer.Of(submission, hints.Where(hint => hint.ShownAt <= submission.ReceivedAt));
        return times is null || times.ShowsFeedback(time.Now()) ? answer : answer.Until(times.FeedbackAt!.Value);
    }
}
