using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Deliveries;

/// <summary>Makes known that a student's score is wanted in a platform's gradebook.</summary>
internal static class ScoreDeliveries
{
    // A submission that was under way when the row came to be did not see it. Sending begins when that one must have ended.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

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
