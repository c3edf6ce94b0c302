using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Deliveries;

/// <summary>Makes known that a student's score is wanted in a platform's gradebook.</summary>
internal static class ScoreDeliveries
{
    // A submission that was under way when the row came to be did not see it. Sending begins when that one must have ended.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    /// <summary>Whether a student's score has arrived: a line for each platform's link that they have opened the assignment by.</summary>
    public static async Task<IReadOnlyList<DeliveryAnswer>> OwnScoresAsync(this StoreContext store, Guid assignment, Guid person, CancellationToken cancellationToken) =>
        [.. (await store.Deliveries.AsNoTracking().Where(d => d.AssignmentId == assignment && d.PersonId == person && d.Kind == DeliveryKind.Score).OrderBy(d => d.Id).ToListAsync(cancellationToken))
            .Select(d => DeliveryAnswer.Of(d, ""))];

    /// <summary>Adds or renews the row of a student who has opened a link. From then on every change of a standing finds it.</summary>
    public static void Want(StoreContext store, LtiLink link, Guid assignment, Delivery? known, string subject, Guid person, DateTime now)
    {
        if (link.LineItemUrl is null && link.LineItemsUrl is null)
        {
            return;
        }

        if (known is null)
        {
            store.Add(new Delivery
            {
                Id = Ids.New(now),
                CourseId = link.CourseId,
                Kind = DeliveryKind.Score,
                TargetId = link.Id,
                AssignmentId = assignment,
                PersonId = person,
                Subject = subject,
                Wanted = Guid.NewGuid(),
                State = DeliveryState.Waiting,
                DueAt = now + Settling,
                CreatedAt = now,
            });
        }
        else if (known.AssignmentId != assignment)
        {
            known.AssignmentId = assignment;
            known.WantAgain(now + Settling);
        }
    }
}
