using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Rosters;

/// <summary>Reads rosters at night, each by one copy of the service, and forgets what has served its time.</summary>
internal sealed partial class RosterJob(IServiceScopeFactory scopes, TimeProvider time, ILogger<RosterJob> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LogKept = TimeSpan.FromDays(90);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await ReadOneAsync(stoppingToken))
                {
                }

                await ForgetAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error.GetBaseException().Message);
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    // Moving the time on is what claims it: a copy that is killed meanwhile leaves it to be read again soon.
    private async Task<bool> ReadOneAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<StoreContext>();
        var now = time.Now();
        var due = await store.LtiContexts.AsNoTracking().Where(c => c.RosterDueAt <= now && c.MembersUrl != null).OrderBy(c => c.RosterDueAt).Select(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        if (due == default)
        {
            return false;
        }

        if (await store.InTransactionAsync(
            async () => await store.LtiContexts.Where(c => c.Id == due && c.RosterDueAt <= now).ExecuteUpdateAsync(set => set.SetProperty(c => c.RosterDueAt, now + Lease), cancellationToken) == 1,
            cancellationToken))
        {
            await scope.ServiceProvider.GetRequiredService<Rosters>().ReadAsync(due, cancellationToken);
        }

        return true;
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<StoreContext>();
        var now = time.Now();
        await store.InTransactionAsync(
            async () =>
            {
                await store.LtiNonces.Where(n => n.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
                await store.LtiLaunches.Where(l => l.At < now - LogKept).ExecuteDeleteAsync(cancellationToken);
                await store.DeliveryAttempts.Where(a => a.At < now - LogKept).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Rosters have to wait: {Reason}")]
    private partial void LogFailed(string reason);
}
