using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Lti.Login;

/// <summary>
/// Platforms that logins were begun for a moment ago: the launch comes back within seconds, mostly to the same copy of the service, and need not ask for the row again.
/// Whether the platform is registered still is seen with everything else that the launch reads.
/// </summary>
internal sealed class RecentRegistrations(TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, (LtiRegistration Row, DateTimeOffset Until)> known = [];

    /// <param name="row">The row as it is now; it is not tracked, and nobody changes it.</param>
    public void Keep(LtiRegistration row) => known[row.Id] = (row, time.GetUtcNow() + Fresh);

    /// <exception cref="LtiRefusal">There is no such platform.</exception>
    public async ValueTask<LtiRegistration> FindAsync(StoreContext store, Guid id, CancellationToken cancellationToken) =>
        known.TryGetValue(id, out var kept) && time.GetUtcNow() < kept.Until ? kept.Row
        : await store.LtiRegistrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw Gone();

    public static LtiRefusal Gone() => new("issuer_unknown", "This platform is not registered here any more.");
}
