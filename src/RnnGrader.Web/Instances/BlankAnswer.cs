using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Web.Instances;

/// <summary>Something to fill in.</summary>
/// <param name="Name">Its member of `answers`.</param>
/// <param name="Kind">What is filled in: cells of numbers, a size such as `4x3`, one number, a set of components crossed out, or a set of links.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Columns">How many columns.</param>
internal sealed record BlankAnswer(string Name, BlankKind Kind, int Rows, int Columns)
{
    public static BlankAnswer Of(Blank blank) => new(blank.Name, blank.Kind, blank.Rows, blank.Columns);
}
