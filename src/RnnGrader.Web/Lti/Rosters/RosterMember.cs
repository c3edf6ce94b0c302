using RnnGrader.Storage;

namespace RnnGrader.Web.Lti.Rosters;

/// <summary>A member of a platform's course.</summary>
/// <param name="Subject">Who it is at the platform.</param>
/// <param name="Name">Their name; null where it is not told.</param>
/// <param name="Email">Their address; null where it is not told.</param>
/// <param name="Role">What they are there.</param>
/// <param name="IsActive">Whether they belong to it now.</param>
/// <param name="Groups">Ids of the platform's groups that they are in.</param>
internal sealed record RosterMember(string Subject, string? Name, string? Email, CourseRole Role, bool IsActive, IReadOnlyList<string> Groups);
