using RnnGrader.Web.Pages.Printing;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>The instructors' pages.</summary>
internal static class TeachingEndpoints
{
    public static void MapTeaching(this IEndpointRouteBuilder pages)
    {
        pages.MapCoursePages();
        pages.MapRosterPages();
        pages.MapInvitingPages();
        pages.MapEditorPages();
        pages.MapGradebookPages();
        pages.MapSubmissionPages();
        pages.MapStudentPages();
        pages.MapStatisticsPages();
        pages.MapRegradePages();
        pages.MapPrintPages();
        pages.MapConnectionPages();
    }
}
