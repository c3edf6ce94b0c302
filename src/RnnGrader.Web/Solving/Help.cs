using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Solving;

/// <summary>When hints and solutions are shown. Used by the API and by the pages.</summary>
internal sealed class Help(StoreContext store, TimeProvider time)
{
    /// <summary>Why there is no hint now; null where there is.</summary>
    public async Task<string?> NoHintReasonAsync(Visit visit, CancellationToken cancellationToken) => (await StateAsync(visit, cancellationToken))?.NoHintReason(time.Now());

    /// <summary>Why the solution is not shown now; null where it is.</summary>
    public async Task<string?> NoSolutionReasonAsync(Visit visit, CancellationToken cancellationToken) => (await StateAsync(visit, cancellationToken))?.NoSolutionReason(time.Now());

    // Practice and staff are bound by nothing.
    private async Task<WorkState?> StateAsync(Visit visit, CancellationToken cancellationToken) =>
        visit.IsStaff || visit.Drawn!.Row.ItemId is null ? null : await WorkState.OfAsync(store, visit.Drawn.Row, cancellationToken);
}
