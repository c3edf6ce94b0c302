namespace RnnGrader.Web.Lti.Links;

/// <summary>How a course is linked with a platform.</summary>
/// <param name="Platform">The platform, for people.</param>
/// <param name="Context">The platform's id of its course.</param>
/// <param name="RosterReadAt">When its roster was last applied.</param>
/// <param name="RosterProblem">Why the last reading failed.</param>
/// <param name="RosterDueAt">When it is read next.</param>
internal sealed record LmsAnswer(string Platform, string Context, DateTime? RosterReadAt, string? RosterProblem, DateTime? RosterDueAt);
