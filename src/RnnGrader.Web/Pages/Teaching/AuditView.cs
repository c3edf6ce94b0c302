using RnnGrader.Web.Courses;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>Who changed what in a course.</summary>
public sealed class AuditView
{
    internal CourseFrame Frame { get; init; } = null!;

    internal Page<AuditAnswer> Entries { get; init; } = null!;

    /// <summary>What the people and assignments that entries are about are called now, by id.</summary>
    internal IReadOnlyDictionary<string, string> Names { get; init; } = null!;

    internal bool IsLater { get; init; }
}
