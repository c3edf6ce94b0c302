using RnnGrader.Storage;

namespace RnnGrader.Web.Pages.Lms;

/// <summary>What a link may open.</summary>
public sealed class LinkChoiceView
{
    /// <summary>Address of the course's page.</summary>
    internal string Course { get; init; } = "";

    /// <summary>The course's assignments.</summary>
    internal IReadOnlyList<Assignment> Assignments { get; init; } = [];

    /// <summary>Title of the assignment that the link names in the course that it was copied from; null where it names none.</summary>
    internal string? Foreign { get; init; }
}
