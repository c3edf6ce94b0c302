using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Deliveries;

/// <summary>Something that is wanted at another place, and how far it is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">A score for a platform's gradebook, or an event for a webhook.</param>
/// <param name="Person">Id of the student.</param>
/// <param name="Name">Their name.</param>
/// <param name="Assignment">Id of the assignment.</param>
/// <param name="Event">Name of the event.</param>
/// <param name="State">How far it is.</param>
/// <param name="Problem">What was wrong the last time, in the other side's words.</param>
/// <param name="Score">The score that has arrived, 0 to 1.</param>
/// <param name="SentAt">When it last arrived.</param>
/// <param name="NextAt">When it is tried next.</param>
/// <param name="Tries">How often what is wanted now was tried in vain.</param>
internal sealed record DeliveryAnswer(
    string Id, DeliveryKind Kind, string Person, string Name, string Assignment, string? Event, DeliveryState State, string? Problem, double? Score, DateTime? SentAt, DateTime? NextAt, int Tries)
{
    public static DeliveryAnswer Of(Delivery d, string name) => new(
        Ids.Write(d.Id), d.Kind, Ids.Write(d.PersonId), name, Ids.Write(d.AssignmentId), d.Event, d.State, d.Problem, d.SentScore, d.SentAt, d.DueAt, d.Tries);
}
