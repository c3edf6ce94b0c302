using RnnGrader.Web.Gradebook;
using RnnGrader.Web.Pages.Teaching;
using RnnGrader.Web.Printing;

namespace RnnGrader.Web.Pages.Printing;

/// <summary>What of an assignment is printed, or can be.</summary>
public sealed class PrintView
{
    internal AssignmentFrame Frame { get; init; } = null!;

    internal PrintChoice Choice { get; init; } = null!;

    /// <summary>Where the service is, for the codes' addresses.</summary>
    internal string Site { get; init; } = "";

    /// <summary>All students of the course, to choose from.</summary>
    internal IReadOnlyList<Student> Class { get; init; } = [];

    /// <summary>What is printed.</summary>
    internal PrintedPart Printed { get; init; } = null!;

    internal string Action => $"{Frame.Address}/print";
}
