using RnnGrader.Engine.Worksheets;
using RnnGrader.Storage;

namespace RnnGrader.Web.Printing;

/// <summary>One exercise as it stands on paper. Public, as the parameters of components have to be; what it holds is not.</summary>
public sealed class Printout
{
    internal Instance Row { get; init; } = null!;

    internal Worksheet Sheet { get; init; } = null!;

    /// <summary>Whose it is; null for practice.</summary>
    internal string? Name { get; init; }

    /// <summary>Where it belongs: course, assignment and group; empty for practice.</summary>
    internal IReadOnlyList<string> Place { get; init; } = [];

    /// <summary>The code as it is printed; null where there is none.</summary>
    internal string? Code => Row.Code is { } code ? SheetCode.Write(code) : null;
}
