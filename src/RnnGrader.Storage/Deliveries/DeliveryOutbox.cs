using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RnnGrader.Storage;

/// <summary>
/// Sees to it that whatever changes a score also says, in the same transaction, where that is wanted: in platforms' gradebooks and at webhooks. It looks at what is
/// saved, so that no way of changing a score can forget it. A save that changes no standing pays nothing, one in a course without connections a question of two indexes.
/// </summary>
internal sealed class DeliveryOutbox(TimeProvider time) : SaveChangesInterceptor
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is StoreContext store)
        {
            await WantAsync(store, cancellationToken);
        }

        return result;
    }

    private async Task WantAsync(StoreContext store, CancellationToken cancellationToken)
    {
        var changes = store.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var events = changes.SelectMany(EventsOf).ToList();
        var courses = events.Select(e => e.CourseId).Distinct().ToList();
        var (assignments, people) = (events.Select(e => e.AssignmentId).Distinct().ToList(), events.Select(e => e.PersonId).Distinct().ToList());
        var whole = changes.Select(WholeAssignment).OfType<Guid>().Distinct().ToList();
        if (events.Count == 0 && whole.Count == 0)
        {
            return;
        }

        var scores = store.Deliveries.Where(d => d.Kind == DeliveryKind.Score && ((assignments.Contains(d.AssignmentId) && people.Contains(d.PersonId)) || whole.Contains(d.AssignmentId)));
        var hooks = store.Webhooks.Where(w => courses.Contains(w.CourseId) && w.RemovedAt == null);
        if (!await scores.Select(d => d.Id).Concat(hooks.Select(w => w.Id)).AnyAsync(cancellationToken))
        {
            return;
        }

        var now = time.GetUtcNow().UtcDateTime;
        foreach (var delivery in await scores.ToListAsync(cancellationToken))
        {
            delivery.WantAgain(now);
        }

        foreach (var hook in await hooks.AsNoTracking().ToListAsync(cancellationToken))
        {
            store.AddRange(events.Where(e => e.CourseId == hook.CourseId && hook.Events.Split(' ').Contains(e.Name)).Select(e => Deliver(e, hook, now)));
        }
    }

    private static IEnumerable<CourseEvent> EventsOf(EntityEntry entry)
    {
        if (entry is { Entity: Submission { ItemId: not null } submission, State: EntityState.Added })
        {
            yield return new(CourseEvent.Graded, submission.CourseId!.Value, submission.AssignmentId!.Value, submission.ItemId.Value, submission.PersonId!.Value, submission.Id, submission.Counted);
        }

        if (entry is not { Entity: Standing standing, State: EntityState.Modified })
        {
            if (entry.Entity is Extension extension)
            {
                yield return new("", extension.CourseId, extension.AssignmentId, default, extension.PersonId, null, null);
            }

            yield break;
        }

        CourseEvent Event(string name) => new(name, standing.CourseId, standing.AssignmentId, standing.ItemId, standing.PersonId, standing.BestSubmissionId, standing.Best);
        if (entry.Property(nameof(Standing.Best)).IsModified)
        {
            // With a submission the score is news by itself; without one somebody changed what was known.
            var isNew = entry.Context.ChangeTracker.Entries<Submission>().Any(s => s.State == EntityState.Added && s.Entity.ItemId == standing.ItemId && s.Entity.PersonId == standing.PersonId);
            yield return Event(isNew ? "" : CourseEvent.Changed);
        }

        if (entry.Property(nameof(Standing.CompletedAt)) is { IsModified: true, OriginalValue: null })
        {
            yield return Event(CourseEvent.Completed);
        }
    }

    // What a score is worth, and when it is shown, is of the assignment: everybody's is looked at anew.
    private static Guid? WholeAssignment(EntityEntry entry) => entry.Entity switch
    {
        Assignment assignment when entry.State == EntityState.Modified => assignment.Id,
        AssignmentItem item => item.AssignmentId,
        _ => null,
    };

    private static Delivery Deliver(CourseEvent e, Webhook hook, DateTime now)
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(now));
        return new()
        {
            Id = id,
            CourseId = e.CourseId,
            Kind = DeliveryKind.Event,
            TargetId = hook.Id,
            AssignmentId = e.AssignmentId,
            PersonId = e.PersonId,
            Event = e.Name,
            Body = JsonSerializer.Serialize(
                new
                {
                    Id = id.ToString("N"),
                    Event = e.Name,
                    At = now,
                    Course = e.CourseId.ToString("N"),
                    Assignment = e.AssignmentId.ToString("N"),
                    Item = e.ItemId.ToString("N"),
                    Person = e.PersonId.ToString("N"),
                    Submission = e.SubmissionId?.ToString("N"),
                    e.Score,
                },
                Form),
            Wanted = Guid.NewGuid(),
            State = DeliveryState.Waiting,
            DueAt = now,
            CreatedAt = now,
        };
    }
}
