using Microsoft.Extensions.Options;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.Scores;
using RnnGrader.Web.Webhooks;

namespace RnnGrader.Web.Deliveries;

/// <summary>Sends what is due, as long as the service runs. Each delivery goes by itself: one that fails or hangs holds up no other.</summary>
internal sealed partial class DeliveryJob(IServiceScopeFactory scopes, IOptions<DeliverySettings> options, TimeProvider time, ILogger<DeliveryJob> logger) : BackgroundService
{
    private readonly DeliverySettings settings = options.Value;
    private int underWay;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ended = new SemaphoreSlim(0);
        while (!stoppingToken.IsCancellationRequested)
        {
            var taken = 0;
            try
            {
                taken = await TakeAsync(ended, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The store may be away: the rows are still there when it comes back.
                LogFailed(error.GetBaseException().Message);
            }

            if (taken == 0 || underWay >= settings.AtOnce)
            {
                await ended.WaitAsync(TimeSpan.FromSeconds(settings.PollSeconds), stoppingToken);
            }
        }
    }

    private async Task<int> TakeAsync(SemaphoreSlim ended, CancellationToken stoppingToken)
    {
        var free = settings.AtOnce - underWay;
        if (free <= 0)
        {
            return 0;
        }

        await using var scope = scopes.CreateAsyncScope();
        var taken = await scope.ServiceProvider.GetRequiredService<DeliveryQueue>().TakeAsync(free, stoppingToken);
        foreach (var delivery in taken)
        {
            Interlocked.Increment(ref underWay);
            _ = SendAsync(delivery, ended, stoppingToken);
        }

        return taken.Count;
    }

    private async Task SendAsync(Delivery delivery, SemaphoreSlim ended, CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var result = await TryAsync(scope.ServiceProvider, delivery, stoppingToken);
            await scope.ServiceProvider.GetRequiredService<DeliveryQueue>().FinishAsync(delivery, result, stoppingToken);
        }
        catch (Exception error)
        {
            // The lease runs out, and it is taken again.
            LogFailed(error.GetBaseException().Message);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
            Release(ended);
        }
    }

    private async Task<DeliveryResult> TryAsync(IServiceProvider services, Delivery delivery, CancellationToken stoppingToken)
    {
        // Nothing of it may run on when another copy can have it.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(settings.LeaseSeconds * 0.8), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stoppingToken);
        try
        {
            return delivery.Kind == DeliveryKind.Score
                ? await services.GetRequiredService<ScoreSender>().SendAsync(delivery, either.Token)
                : await services.GetRequiredService<WebhookSender>().SendAsync(delivery, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new(DeliveryOutcome.Again, Problem: "The other side took too long.");
        }
    }

    private static void Release(SemaphoreSlim ended)
    {
        try
        {
            ended.Release();
        }
        catch (ObjectDisposedException)
        {
            // The service is ending.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A delivery has to wait: {Reason}")]
    private partial void LogFailed(string reason);
}
