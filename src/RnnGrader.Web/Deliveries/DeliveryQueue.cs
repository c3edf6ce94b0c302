using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Deliveries;

/// <summary>Hands out what is due, to one at a time, and keeps what came of it.</summary>
internal sealed class DeliveryQueue(StoreContext store, Lanes lanes, TimeProvider time, IOptions<DeliverySettings> options)
{
    // Whoever asks for more is asked again all the same.
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);
    private readonly DeliverySettings settings = options.Value;

    /// <summary>Takes what is due, each for as long as the lease lasts. A copy that is killed leaves its leases to run out.</summary>
    /// <returns>What was taken, and the place that it goes to.</returns>
    public async Task<IReadOnlyList<(Delivery Delivery, Guid Place)>> TakeAsync(CancellationToken cancellationToken)
    {
        var (now, lease) = (time.Now(), Guid.NewGuid());
        var due = store.Deliveries.Where(d => d.DueAt <= now && (d.LeasedUntil == null || d.LeasedUntil < now));
        var places = await FindAsync(due, cancellationToken);
        if (places.Count == 0)
        {
            return [];
        }

        // Another copy may have taken some since: the condition is held against each row again. One by one: whoever locks many may wait for a submission that waits for another of them.
        foreach (var id in places.Keys)
        {
            await store.InTransactionAsync(
                () => due.Where(d => d.Id == id).ExecuteUpdateAsync(
                    set => set.SetProperty(d => d.Lease, lease).SetProperty(d => d.LeasedUntil, now.AddSeconds(settings.LeaseSeconds)), cancellationToken),
                cancellationToken);
        }

        var taken = await store.Deliveries.AsNoTracking().Where(d => places.Keys.Contains(d.Id) && d.Lease == lease).ToListAsync(cancellationToken);
        return [.. taken.Select(delivery => (delivery, places[delivery.Id]))];
    }

    /// <summary>Keeps the time stamp that is about to be sent: whatever becomes of this copy, the next one is later. Until an answer has come nobody knows what the other side has.</summary>
    /// <returns>Whether the delivery is still this copy's.</returns>
    public Task<bool> StampAsync(Delivery delivery, DateTime stamp, CancellationToken cancellationToken) => store.InTransactionAsync(
        async () => await Own(delivery).ExecuteUpdateAsync(set => set.SetProperty(d => d.Stamp, stamp).SetProperty(d => d.SentScore, (double?)null), cancellationToken) == 1, cancellationToken);

    /// <summary>Keeps what came of a try and gives the delivery back.</summary>
    public async Task FinishAsync(Delivery delivery, DeliveryResult result, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var givesUp = result.Outcome == DeliveryOutcome.Again && delivery.Tries > 0 && now > (delivery.SentAt ?? delivery.CreatedAt).AddDays(settings.GiveUpDays) && delivery.Tries > 20;
        var outcome = givesUp ? DeliveryOutcome.Refused : result.Outcome;
        var isDone = outcome is DeliveryOutcome.Sent or DeliveryOutcome.Unchanged;
        var state = isDone ? DeliveryState.Sent : outcome == DeliveryOutcome.Refused ? DeliveryState.Refused : DeliveryState.Waiting;
        var tries = outcome == DeliveryOutcome.Again ? delivery.Tries + 1 : outcome == DeliveryOutcome.NotYet ? delivery.Tries : 0;
        DateTime? dueAt = state == DeliveryState.Waiting ? now + (outcome == DeliveryOutcome.NotYet ? result.Pause!.Value : Pause(tries, result.Pause)) : null;
        await store.InTransactionAsync(
            async () =>
            {
                // Where something else is wanted by now the row stays due; what arrived is known all the same. One statement: of a row that is changed a second time Postgres
                // looks at the person again, whom a joining of two people may hold while it waits for this row.
                await Own(delivery).ExecuteUpdateAsync(
                    set => set.SetProperty(d => d.Lease, (Guid?)null).SetProperty(d => d.LeasedUntil, (DateTime?)null)
                        .SetProperty(d => d.SentScore, d => isDone ? result.Score ?? d.SentScore : d.SentScore).SetProperty(d => d.SentAt, d => outcome == DeliveryOutcome.Sent ? now : d.SentAt)
                        .SetProperty(d => d.State, d => d.Wanted == delivery.Wanted ? state : d.State).SetProperty(d => d.DueAt, d => d.Wanted == delivery.Wanted ? dueAt : d.DueAt)
                        .SetProperty(d => d.Tries, d => d.Wanted == delivery.Wanted ? tries : d.Tries).SetProperty(d => d.Problem, d => d.Wanted == delivery.Wanted ? result.Problem : d.Problem),
                    cancellationToken);
                if (outcome is DeliveryOutcome.Sent or DeliveryOutcome.Again or DeliveryOutcome.Refused)
                {
                    // Lines stand in the order in which tries began: one that took so long that another overtook it is told first.
                    store.Add(new DeliveryAttempt
                    {
                        Id = Ids.New(delivery.LeasedUntil!.Value.AddSeconds(-settings.LeaseSeconds)),
                        DeliveryId = delivery.Id,
                        At = now,
                        Score = result.Score,
                        Status = result.Status,
                        Outcome = outcome.ToString().ToLowerInvariant(),
                        Problem = result.Problem,
                    });
                    await store.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken);
    }

    // The oldest first, as many as there is room for in each lane: where the oldest are all for one place, the next look is for the others.
    private async Task<Dictionary<Guid, Guid>> FindAsync(IQueryable<Delivery> due, CancellationToken cancellationToken)
    {
        var room = settings.AtOnce - lanes.UnderWay;
        if (room <= 0)
        {
            return [];
        }

        var full = lanes.Full();
        var found = await (
            from delivery in due
            join link in store.LtiLinks on delivery.TargetId equals link.Id into links
            from link in links.DefaultIfEmpty()
            let place = link != null ? link.RegistrationId : delivery.TargetId
            where !full.Contains(place)
            orderby delivery.DueAt
            select new { delivery.Id, Place = place }).Take(room).ToListAsync(cancellationToken);
        return found.GroupBy(f => f.Place).SelectMany(lane => lane.Take(lanes.RoomOf(lane.Key))).ToDictionary(f => f.Id, f => f.Place);
    }

    // Growing, and spread from a half to one and a half, so that what failed together does not come again together.
#pragma warning disable RS0030 // Chance only spreads out the pauses, so that not everything is tried again at once.
    private TimeSpan Pause(int tries, TimeSpan? least)
    {
        var growing = Math.Min(settings.LongestPauseSeconds, settings.FirstPauseSeconds * Math.Pow(2, Math.Min(tries - 1, 20)));
        var spread = TimeSpan.FromSeconds(growing * (0.5 + Random.Shared.NextDouble()));
        return least is { } said && Min(said, LongestAsked) is var asked && asked > spread ? asked + TimeSpan.FromSeconds(Random.Shared.NextDouble() * Math.Min(5, asked.TotalSeconds)) : spread;
    }
#pragma warning restore RS0030

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private IQueryable<Delivery> Own(Delivery delivery) => store.Deliveries.Where(d => d.Id == delivery.Id && d.Lease == delivery.Lease);
}
