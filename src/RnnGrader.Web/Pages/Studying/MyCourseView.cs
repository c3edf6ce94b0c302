using RnnGrader.Web.Courses;
using RnnGrader.Web.Progress;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Pages.Studying;

/// <summary>A course as one of its students sees it.</summary>
public sealed class MyCourseView
{
    internal CourseAnswer Course { get; init; } = null!;

    /// <summary>Whether one of its staff looks at it.</summary>
    internal bool IsStaff { get; init; }

    /// <summary>How far the student is; null for staff.</summary>
    internal ProgressRow? Progress { get; init; }

    /// <summary>What is due next first.</summary>
    internal IReadOnlyList<AssignedWork> Assignments { get; init; } = [];

    internal DateTime Now { get; init; }
}
