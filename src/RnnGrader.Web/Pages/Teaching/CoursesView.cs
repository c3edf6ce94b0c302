using RnnGrader.Web.Courses;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>The courses of whoever reads.</summary>
public sealed class CoursesView
{
    internal IReadOnlyList<CourseAnswer> Courses { get; init; } = [];

    internal string? Next { get; init; }

    internal bool IsLater { get; init; }

    /// <summary>Whether the reader may make one.</summary>
    internal bool Makes { get; init; }

    internal bool IsAdministrator { get; init; }

    internal IReadOnlyList<string> Objections { get; init; } = [];

    internal string? Title { get; init; }

    internal string? Term { get; init; }
}
