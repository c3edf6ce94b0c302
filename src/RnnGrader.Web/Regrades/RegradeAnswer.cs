using System.Text.Json.Serialization;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Regrades;

/// <summary>A regrade and how far it is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Assignment">Id of the assignment.</param>
/// <param name="DryRun">Whether it only says what would change.</param>
/// <param name="NeverLower">Whether submissions that would count less keep what they count.</param>
/// <param name="CreditsCarried">Whether carried values keep their credit.</param>
/// <param name="GraderVersion">Version of the grader.</param>
/// <param name="RequestedBy">Id of who asked for it.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="FinishedAt">When it was finished; null while it is not.</param>
/// <param name="State">`running` or `done`.</param>
/// <param name="Total">How many submissions there were when it began.</param>
/// <param name="Done">How many were looked at.</param>
/// <param name="Changed">How many change.</param>
/// <param name="Kept">How many would count less and were left as they are.</param>
/// <param name="Changes">The first of what changes; the rest is under `…/changes`. Left out in lists.</param>
/// <param name="Next">`cursor` of the changes after these; null where these are all.</param>
internal sealed record RegradeAnswer(
    string Id, string Assignment, bool DryRun, bool NeverLower, bool CreditsCarried, int GraderVersion, string RequestedBy, DateTime RequestedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTime? FinishedAt,
    string State, int Total, int Done, int Changed, int Kept, IReadOnlyList<ChangeAnswer>? Changes, string? Next)
{
    public static RegradeAnswer Of(Regrade r, Page<ChangeAnswer>? changes = null) => new(
        Ids.Write(r.Id), Ids.Write(r.AssignmentId), r.DryRun, r.NeverLower, r.CreditsCarried, r.GraderVersion, Ids.Write(r.RequestedById), r.RequestedAt, r.FinishedAt,
        r.FinishedAt is null ? "running" : "done", r.Total, r.Done, r.Changed, r.Kept, changes?.Items, changes?.Next);
}
