using RnnGrader.Web.Extensions;
using RnnGrader.Web.Gradebook;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>All that one student has of an assignment.</summary>
public sealed class StudentView
{
    internal AssignmentFrame Frame { get; init; } = null!;

    internal GradebookRow Row { get; init; } = null!;

    /// <summary>The student's submissions by item, in order.</summary>
    internal ILookup<string, (string Id, int Attempt, double Counted, DateTime At)> Submissions { get; init; } = null!;

    internal ExtensionAnswer? Extension { get; init; }

    internal IReadOnlyList<string> Objections { get; init; } = [];
}
