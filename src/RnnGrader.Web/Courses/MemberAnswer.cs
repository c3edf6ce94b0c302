using System.Text.Json.Serialization;
using RnnGrader.Storage;

namespace RnnGrader.Web.Courses;

/// <summary>Somebody who belongs to a course.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Email">The e-mail address; absent where there is none.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">What they are there.</param>
/// <param name="Group">Their group; null for none.</param>
/// <param name="JoinedAt">Since when they belong to it.</param>
internal sealed record MemberAnswer(
    string Person, string? Email, string Name, CourseRole Role, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Group, DateTime JoinedAt);
