using RnnGrader.Web.Courses;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>What a file would change, or why it can't be read.</summary>
public sealed class RosterPreviewView
{
    internal CourseFrame Frame { get; init; } = null!;

    /// <summary>The file's text.</summary>
    internal string Text { get; init; } = "";

    /// <summary>What it would change; null where it can't be read.</summary>
    internal RosterAnswer? Outcome { get; init; }

    internal IReadOnlyList<MemberRequest> Members { get; init; } = [];

    internal IReadOnlyList<string> Objections { get; init; } = [];
}
