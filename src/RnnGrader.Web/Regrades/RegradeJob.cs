using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Regrades;

/// <summary>Carries out regrades, whichever copy of the service they were asked of. A copy that is killed leaves its lease to run out, and another goes on.</summary>
internal sealed partial class RegradeJob(IServiceScopeFactory scopes, TimeProvider time, ILogger<RegradeJob> logger) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Guid owner = Guid.NewGuid();
    private readonly SemaphoreSlim asked = new(0);

    /// <summary>Says that there is something to do, so that it need not wait to be found.</summary>
    public void Ask() => asked.Release();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await WorkAsync(stoppingToken))
                {
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // The store may be away: the row is still there when it comes back.
                LogFailed(logger, error.GetBaseException().Message);
            }

            await asked.WaitAsync(Pause, stoppingToken);
        }
    }

    private async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<StoreContext>();
        var now = time.Now();
        var waiting = await store.Regrades.AsNoTracking().Where(r => r.FinishedAt == null && (r.LeaseUntil == null || r.LeaseUntil < now || r.LeaseOwner == owner))
            .OrderBy(r => r.Id).Select(r => r.Id).FirstOrDefaultAsync(cancellationToken);
        if (waiting == default || !await TakeAsync(store, waiting, now, cancellationToken))
        {
            return waiting != default;
        }

        while (await RegradeBatch.RunAsync(store, waiting, owner, Lease, time.Now(), cancellationToken))
        {
            store.ChangeTracker.Clear();
        }

        return true;
    }

    private Task<bool> TakeAsync(StoreContext store, Guid id, DateTime now, CancellationToken cancellationToken) => store.InTransactionAsync(
        async () => await store.Regrades.Where(r => r.Id == id && r.FinishedAt == null && (r.LeaseUntil == null || r.LeaseUntil < now || r.LeaseOwner == owner))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseOwner, owner).SetProperty(r => r.LeaseUntil, now + Lease), cancellationToken) == 1,
        cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A regrade has to wait: {Reason}")]
    static partial void LogFailed(ILogger logger, string reason);
}
