using RnnGrader.Web.Courses;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>Who belongs to a course.</summary>
public sealed class RosterView
{
    internal CourseFrame Frame { get; init; } = null!;

    internal Page<MemberAnswer> Members { get; init; } = null!;

    internal bool IsLater { get; init; }

    internal IReadOnlyList<string> Objections { get; init; } = [];

    /// <summary>What was typed for somebody who was not added.</summary>
    internal MemberRequest? Typed { get; init; }
}
