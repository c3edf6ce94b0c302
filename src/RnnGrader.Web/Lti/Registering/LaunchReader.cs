using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.Launch;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Registering;

/// <summary>Reads the launch log, newest first. Used by the API and by the pages.</summary>
internal sealed class LaunchReader(StoreContext store)
{
    /// <summary>Outcome of all that went no further.</summary>
    public const string Refused = "refused";

    /// <param name="outcome">Only those of this outcome; null for all.</param>
    /// <param name="reference">Only the one that was shown this reference; null for all.</param>
    /// <param name="paging">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<LaunchAnswer>> PageAsync(string? outcome, string? reference, Paging paging, CancellationToken cancellationToken)
    {
        var lines = store.LtiLaunches.AsNoTracking();
        lines = string.IsNullOrEmpty(outcome) ? lines
            : outcome == Refused ? lines.Where(l => l.Outcome != LaunchLog.Accepted)
            : lines.Where(l => l.Outcome == outcome);
        if (!string.IsNullOrWhiteSpace(reference))
        {
            var end = reference.Trim().ToLowerInvariant();
            lines = lines.Where(l => l.Id.ToString().ToLower().EndsWith(end));
        }

        return paging.Cut(await lines.OrderByDescending(l => l.Id).Skip(paging.After).Take(paging.Limit + 1).ToListAsync(cancellationToken)).Select(LaunchAnswer.Of);
    }
}
