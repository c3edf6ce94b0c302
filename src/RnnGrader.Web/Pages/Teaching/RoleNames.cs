using RnnGrader.Storage;

namespace RnnGrader.Web.Pages.Teaching;

internal static class RoleNames
{
    public static string Of(CourseRole role) => role switch
    {
        CourseRole.Instructor => Texts.RoleInstructor,
        CourseRole.Assistant => Texts.RoleAssistant,
        CourseRole.Student or _ => Texts.RoleStudent,
    };
}
