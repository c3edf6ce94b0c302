using System.Text.Json.Serialization;

namespace RnnGrader.Web.SignIn;

/// <summary>An invitation.</summary>
/// <param name="Url">The link, to be given to the person, shown by this answer alone; null where it was sent to their address.</param>
/// <param name="ExpiresAt">Until when it works.</param>
/// <param name="Sent">Whether it was sent to the person's address.</param>
internal sealed record InvitationAnswer([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Url, DateTime ExpiresAt, bool Sent);
