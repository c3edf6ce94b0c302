using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Lti;

/// <summary>Lets registered platforms show pages in their frames, and nobody else.</summary>
internal sealed class FrameAncestors(IServiceScopeFactory scopes, TimeProvider time)
{
    // A platform that was registered at another copy of the service is seen as soon as this.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private volatile Known? known;

    public async ValueTask<string> OriginsAsync(bool isFrame, CancellationToken cancellationToken)
    {
        if (!isFrame && known is { } fresh && time.GetUtcNow() < fresh.Until)
        {
            return fresh.Origins;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var lists = await scope.ServiceProvider.GetRequiredService<StoreContext>().LtiRegistrations.Select(r => r.Origins).ToListAsync(cancellationToken);
            known = new(string.Join(' ', lists.SelectMany(list => list.Split(' ')).Where(origin => origin.Length > 0).Distinct()), time.GetUtcNow() + Fresh);
        }
        catch (Exception error) when (StoreErrors.IsUnavailable(error) || StoreErrors.IsUnmigrated(error))
        {
            // The page says itself that the store is away.
        }

        return known?.Origins ?? "";
    }

    private sealed record Known(string Origins, DateTimeOffset Until);
}
