using RnnGrader.Engine.Worksheets;
using RnnGrader.Web.Assignments;
using RnnGrader.Web.Extensions;
using RnnGrader.Web.Submissions;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>A student's submission, as staff see it.</summary>
public sealed class SubmissionView
{
    internal AssignmentFrame Frame { get; init; } = null!;

    internal ItemAnswer Item { get; init; } = null!;

    internal Worksheet Sheet { get; init; } = null!;

    internal SubmissionAnswer Submission { get; init; } = null!;

    internal string Person { get; init; } = "";

    internal string Name { get; init; } = "";

    /// <summary>All of the student's submissions to the item, in order.</summary>
    internal IReadOnlyList<(string Id, int Attempt)> Attempts { get; init; } = [];

    internal ExtensionAnswer? Extension { get; init; }

    internal IReadOnlyList<string> Objections { get; init; } = [];

    /// <summary>What was typed as a score and as a reason and not taken.</summary>
    internal (string? Score, string? Reason) Typed { get; init; }
}
