using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Submissions;

/// <summary>Reads submissions as whoever asks may see them. Used by the API and by the pages.</summary>
internal sealed class Submitted(StoreContext store, TimeProvider time)
{
    /// <summary>A submission that is there and that the caller may see, by the newest grade.</summary>
    public async Task<SubmissionAnswer> ReadAsync(Guid id, Visit visit, CancellationToken cancellationToken)
    {
        // What this very request has stored is known.
        var submission = store.Submissions.Local.FindEntry(id)?.Entity ?? await store.Submissions.AsNoTracking().AsSingleQuery()
            .Include(s => s.Grades).Include(s => s.Overrides)
            .SingleAsync(s => s.Id == id, cancellationToken);
        var hints = await store.HintUses.AsNoTracking()
            .Where(hint => hint.InstanceId == submission.InstanceId && hint.ShownAt <= submission.ReceivedAt).OrderBy(hint => hint.ShownAt).ToListAsync(cancellationToken);
        var answer = SubmissionAnswer.Of(submission, hints);
        if (submission.ItemId is null || visit.IsStaff)
        {
            return answer;
        }

        var terms = await Terms.Of(store, submission.AssignmentId!.Value, submission.PersonId!.Value, submission.ItemId).SingleAsync(cancellationToken);
        return terms.ShowsFeedback(time.Now()) ? answer : answer.Until(terms.FeedbackAt!.Value);
    }
}
