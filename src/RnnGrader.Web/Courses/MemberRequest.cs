using RnnGrader.Storage;

namespace RnnGrader.Web.Courses;

/// <summary>Who is to belong to a course, and as what.</summary>
/// <param name="Email">The e-mail address. Who is known by it already is taken as they are, name included.</param>
/// <param name="Name">The name of whoever is new.</param>
/// <param name="Role">What they are to be.</param>
/// <param name="Group">Their group; left out: none.</param>
internal sealed record MemberRequest(string? Email, string? Name, CourseRole? Role, string? Group);
