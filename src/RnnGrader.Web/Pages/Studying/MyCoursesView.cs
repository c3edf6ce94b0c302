using RnnGrader.Web.Courses;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Studying;

/// <summary>The courses that somebody belongs to.</summary>
public sealed class MyCoursesView
{
    internal MyCoursesView(Page<CourseAnswer> courses, bool isLater) => (Courses, IsLater) = (courses, isLater);

    internal Page<CourseAnswer> Courses { get; }

    internal bool IsLater { get; }
}
