using Microsoft.Extensions.Options;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.Scores;
using RnnGrader.Web.Webhooks;

namespace RnnGrader.Web.Deliveries;

/// <summary>Sends what is due, as long as the service runs. Each delivery goes by itself: one that fails or hangs holds up no other.</summary>
internal sealed partial class DeliveryJob(IServiceScopeFactory scopes, Lanes lanes, IOptions<DeliverySettings> options, TimeProvider time, ILogger<DeliveryJob> logger) : BackgroundService
{
    private readonly DeliverySettings settings = options.Value;
    private readonly SemaphoreSlim ended = new(0);
    private long looks;

    /// <summary>How often it has looked for what is due, and taken what there was.</summary>
    public long Looks => Interlocked.Read(ref looks);

    public override void Dispose()
    {
        ended.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var taken = 0;
            try
            {
                taken = await TakeAsync(stoppingToken);
                Interlocked.Increment(ref looks);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // The store may be away: the rows are still there when it comes back.
                LogFailed(error.GetBaseException().Message);
            }

            if (taken == 0)
            {
                await ended.WaitAsync(TimeSpan.FromSeconds(settings.PollSeconds), stoppingToken);
                while (ended.Wait(0, stoppingToken))
                {
                }
            }
        }
    }

    private async Task<int> TakeAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var taken = await scope.ServiceProvider.GetRequiredService<DeliveryQueue>().TakeAsync(stoppingToken);
        foreach (var (delivery, place) in taken)
        {
            lanes.Enter(place);
            _ = SendAsync(delivery, place, stoppingToken);
        }

        return taken.Count;
    }

    private async Task SendAsync(Delivery delivery, Guid place, CancellationToken stoppingToken)
    {
        DeliveryResult? result = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            result = await TryAsync(scope.ServiceProvider, delivery, stoppingToken);
            await scope.ServiceProvider.GetRequiredService<DeliveryQueue>().FinishAsync(delivery, result, stoppingToken);
        }
        catch (Exception error)
        {
            // The lease runs out, and it is taken again.
            LogFailed(error.GetBaseException().Message);
        }
        finally
        {
            lanes.Leave(place, result);
            Release();
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

    private void Release()
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
