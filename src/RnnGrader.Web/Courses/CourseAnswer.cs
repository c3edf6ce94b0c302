using RnnGrader.Storage;

namespace RnnGrader.Web.Courses;

/// <summary>A course.</summary>
/// <param name="Id">Id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Term">Its term.</param>
/// <param name="Role">What the caller is there; absent for administrators who are no members.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ArchivedAt">Since when it only rests; absent where it does not.</param>
/// <param name="Groups">Its groups, by name.</param>
internal sealed record CourseAnswer(string Id, string Title, string Term, CourseRole? Role, DateTime CreatedAt, DateTime? ArchivedAt, IReadOnlyList<GroupAnswer> Groups);
