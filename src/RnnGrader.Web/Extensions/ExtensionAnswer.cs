using System.Text.Json.Serialization;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Extensions;

/// <summary>More time or attempts for one student.</summary>
/// <param name="Person">Id of the student.</param>
/// <param name="DueAt">In place of the assignment's; null: as for everybody.</param>
/// <param name="ClosesAt">In place of the assignment's; null: as for everybody.</param>
/// <param name="ExtraAttempts">On top of each item's.</param>
/// <param name="Reason">Why.</param>
internal sealed record ExtensionAnswer(
    string Person,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTime? DueAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTime? ClosesAt,
    int ExtraAttempts, string Reason)
{
    public static ExtensionAnswer Of(Extension e) => new(Ids.Write(e.PersonId), e.DueAt, e.ClosesAt, e.ExtraAttempts, e.Reason);
}
