using System.Text.Json;

namespace RnnGrader.Web.Courses;

/// <summary>Who changed what and when.</summary>
/// <param name="Id">Id of the entry.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Id of whoever did it.</param>
/// <param name="ActorName">Their name, as it is now; absent where there is no such person any more.</param>
/// <param name="Action">What was done, such as `member.added`.</param>
/// <param name="Subject">What it was done to: an id, or a group's name.</param>
/// <param name="Before">What was before; absent where there was nothing.</param>
/// <param name="After">What is after; absent where there is nothing.</param>
internal sealed record AuditAnswer(string Id, DateTime At, string Actor, string? ActorName, string Action, string Subject, JsonElement? Before, JsonElement? After);
