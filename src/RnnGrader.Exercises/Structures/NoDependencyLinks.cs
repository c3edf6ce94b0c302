using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;

namespace RnnGrader.Exercises.Structures;

/// <summary>The links of a full graph whose matrix cell is absent.</summary>
internal sealed class NoDependencyLinks() : Exercise(
    19,
    "no-dependency-links",
    "Identify 'no dependency' links",
    Level.Beginner,
    "Given a matrix form with absent cells and a graph with every possible link, cross out the links that the matrix form does not have.")
{
    protected override IReadOnlyList<Parameter> OwnParameters => [Parameter.Input, Parameter.Hidden, Parameter.Output, Absence.Share];

    protected override void Write(WorksheetWriter sheet, Draw draw)
    {
        sheet.Ask("Cross out the links of the graph that the matrix form does not have. An absent cell means no dependency.");
        var size = RnnNetwork.Of(draw.Settings);
        var matrix = RnnMask.Full(size).Without(Absence.Of(size, draw), draw);
        sheet.Ask(RnnNetwork.LinksOf("crossed_out", BlankKind.CrossedOut, ("full graph", size.Write()), ("matrix form", size.Write(matrix)), matrixFirst: false));
    }
}
