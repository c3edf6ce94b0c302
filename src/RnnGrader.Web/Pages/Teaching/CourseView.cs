using RnnGrader.Web.Assignments;
using RnnGrader.Web.Progress;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>What is going on in a course.</summary>
public sealed class CourseView
{
    internal CourseFrame Frame { get; init; } = null!;

    internal IReadOnlyList<AssignmentAnswer> Assignments { get; init; } = [];

    internal Page<ProgressRow> Progress { get; init; } = null!;

    /// <summary>The group whose students are shown; null for all.</summary>
    internal string? Group { get; init; }

    internal bool IsLater { get; init; }
}
