using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Solving;

/// <summary>When hints and solutions are shown. Used by the API and by the pages.</summary>
internal sealed class Help(StoreContext store, TimeProvider time)
{
    /// <summary>Why there is no hint now; null where there is.</summary>
    public async Task<string?> NoHintReasonAsync(Visit visit, CancellationToken cancellationToken) =>
        await TermsAsync(visit, cancellationToken) is { } terms && !terms.ShowsFeedback(time.Now())
            ? "There are no hints for this assignment before its feedback is due."
            : null;

    /// <summary>Why the solution is not shown now; null where it is: whoever asks can be graded on these numbers no more.</summary>
    public async Task<string?> NoSolutionReasonAsync(Visit visit, CancellationToken cancellationToken)
    {
        if (await TermsAsync(visit, cancellationToken) is not { } terms)
        {
            return null;
        }

        var now = time.Now();
        return !terms.ShowsFeedback(now) ? "The solution is shown when the feedback of this assignment is due."
            : terms.ClosedReason(now) is not null && !(now < terms.Assignment.OpensAt) ? null
            : await IsDoneWithAsync(visit.Drawn!.Row, terms, cancellationToken) ? null
            : "The solution is shown when you can be graded on these numbers no more.";
    }

    private async Task<bool> IsDoneWithAsync(Instance instance, Terms terms, CancellationToken cancellationToken) =>
        await store.Instances.AnyAsync(i => i.ItemId == instance.ItemId && i.PersonId == instance.PersonId && i.Round > instance.Round, cancellationToken)
        || (terms.Item.NewNumbers == NewNumbers.EachAttempt && await store.Submissions.AnyAsync(s => s.InstanceId == instance.Id, cancellationToken))
        || (terms.Attempts is { } most && await store.Standings.AnyAsync(s => s.ItemId == instance.ItemId && s.PersonId == instance.PersonId && s.Attempts >= most, cancellationToken));

    // Practice and staff are bound by nothing.
    private async Task<Terms?> TermsAsync(Visit visit, CancellationToken cancellationToken) =>
        visit.IsStaff || visit.Drawn!.Row.ItemId is null ? null : await Terms.OfAsync(store, visit.Drawn.Row, cancellationToken);
}
