using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Privacy;

/// <summary>
/// Deletes what nobody needs any more, at start and each hour: practice that nobody touched for `Retention__PracticeDays` (30), and keys of requests that nobody
/// will repeat. Any number of copies may do it at once: what one has deleted, another does not find.
/// </summary>
internal sealed partial class Retention(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<Retention> logger) : BackgroundService
{
    public const int DefaultPracticeDays = 30;

    /// <summary>Small enough that nobody waits for it.</summary>
    private const int Batch = 200;

    private static readonly TimeSpan Often = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeysFor = TimeSpan.FromDays(7);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // The store is away, or somebody came back to their practice just now: the next hour finds what is left.
                LogPut(logger, error.GetBaseException().GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<StoreContext>();
        var now = time.Now();
        var keysBefore = now - KeysFor;
        await store.InTransactionAsync(() => store.IdempotencyKeys.Where(k => k.CreatedAt < keysBefore).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        await store.InTransactionAsync(() => store.Invitations.Where(i => i.ExpiresAt < keysBefore).ExecuteDeleteAsync(cancellationToken), cancellationToken);

        var before = now - TimeSpan.FromDays(configuration.GetValue("Retention:PracticeDays", DefaultPracticeDays));
        for (var (after, deleted) = (DateTime.MinValue, 0); ;)
        {
            var batch = await store.InTransactionAsync(() => DeletePracticeAsync(store, after, before, cancellationToken), cancellationToken);
            deleted += batch.Deleted;
            if (batch.Last is not { } last)
            {
                if (deleted > 0)
                {
                    LogDeleted(logger, deleted);
                }

                return;
            }

            after = last;
        }
    }

    // By age, on from the last one looked at: what is old and still in use is passed over, not looked at again and again.
    private static async Task<(int Deleted, DateTime? Last)> DeletePracticeAsync(StoreContext store, DateTime after, DateTime before, CancellationToken cancellationToken)
    {
        var looked = await store.Instances.Where(i => i.ItemId == null && i.CreatedAt > after && i.CreatedAt < before)
            .OrderBy(i => i.CreatedAt).Take(Batch)
            .Select(i => new
            {
                i.Id,
                i.CreatedAt,
                IsTouched = store.Submissions.Any(s => s.InstanceId == i.Id && s.ReceivedAt >= before)
                    || store.Drafts.Any(d => d.InstanceId == i.Id && d.SavedAt >= before)
                    || store.HintUses.Any(h => h.InstanceId == i.Id && h.ShownAt >= before),
            }).ToListAsync(cancellationToken);
        var ids = looked.Where(i => !i.IsTouched).Select(i => i.Id).ToList();
        var submissions = store.Submissions.Where(s => EF.Parameter(ids).Contains(s.InstanceId)).Select(s => s.Id);
        await store.Grades.Where(g => submissions.Contains(g.SubmissionId)).ExecuteDeleteAsync(cancellationToken);
        await store.Overrides.Where(o => submissions.Contains(o.SubmissionId)).ExecuteDeleteAsync(cancellationToken);
        await store.Submissions.Where(s => EF.Parameter(ids).Contains(s.InstanceId)).ExecuteDeleteAsync(cancellationToken);

        // What was typed and which hints were shown go with it.
        return (await store.Instances.Where(i => EF.Parameter(ids).Contains(i.Id)).ExecuteDeleteAsync(cancellationToken), looked.Count == Batch ? looked[^1].CreatedAt : null);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention deleted {Count} practice instances")]
    static partial void LogDeleted(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Retention goes on in an hour: {Reason}")]
    static partial void LogPut(ILogger logger, string reason);
}
