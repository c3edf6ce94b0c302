using RnnGrader.Storage;

namespace RnnGrader.Web.Lti.Launch;

/// <summary>
/// Roles of a platform's course as roles here (LTI core, appendix A). Institution and system roles say nothing about the course, and what is unknown gets the least.
/// </summary>
internal static class RoleMap
{
    private const string Context = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
    private const string SubRole = "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#";
    private static readonly string[] Assisting = ["TeachingAssistant", "Grader", "GuestInstructor"];

    public static CourseRole Of(IReadOnlyList<string> roles) =>
        // Platforms send the sub-role beside the role that it is of: a teaching assistant is called an instructor too.
        roles.Any(role => role == "TeachingAssistant" || (role.StartsWith(SubRole, StringComparison.Ordinal) && Assisting.Any(role[SubRole.Length..].StartsWith))) ? CourseRole.Assistant
        : roles.Any(role => role is "Instructor" or Context + "Instructor" || role.StartsWith(SubRole, StringComparison.Ordinal)) ? CourseRole.Instructor
        : CourseRole.Student;
}
