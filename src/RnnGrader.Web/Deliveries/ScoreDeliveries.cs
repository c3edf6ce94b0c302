using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Deliveries;

/// <summary>Makes known that a student's score is wanted in a platform's gradebook.</summary>
internal static class ScoreDeliveries
{
    /// <summary>Adds or renews the row of a student who has opened a link. From then on every change of a standing finds it.</summary>
    /// <param name="store">Where the row is added; saving is the caller's.</param>
    /// <param name="link">The link.</param>
    /// <param name="assignment">What it opens.</param>
    /// <param name="known">The student's row, where there is one.</param>
    /// <param name="subject">The student's name at the platform.</param>
    /// <param name="person">The student.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="settling">How long sending waits.</param>
    public static void Want(StoreContext store, LtiLink link, Guid assignment, Delivery? known, string subject, Guid person, DateTime now, TimeSpan settling)
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
                DueAt = now + settling,
                CreatedAt = now,
            });
        }
        else if (known.AssignmentId != assignment)
        {
            known.AssignmentId = assignment;
            known.WantAgain(now + settling);
        }
    }
}
