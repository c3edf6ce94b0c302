using RnnGrader.Web.Regrades;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>Regrades of an assignment, or one of them.</summary>
public sealed class RegradeView
{
    internal AssignmentFrame Frame { get; init; } = null!;

    /// <summary>Those there have been, the newest first.</summary>
    internal IReadOnlyList<RegradeAnswer> Earlier { get; init; } = [];

    /// <summary>The one that is shown; null on the page of all.</summary>
    internal RegradeAnswer? Shown { get; init; }

    /// <summary>What it changes: a page.</summary>
    internal Page<ChangeAnswer>? Changes { get; init; }

    internal bool IsLater { get; init; }
}
