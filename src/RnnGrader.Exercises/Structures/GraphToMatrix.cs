using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;

namespace RnnGrader.Exercises.Structures;

/// <summary>The cells of a full matrix form that a smaller network's graph has not.</summary>
internal sealed class GraphToMatrix() : Exercise(
    9,
    "graph-to-matrix",
    "Graph → matrix",
    Level.Beginner,
    "Given the graph of a network and a full matrix form, cross out the matrix cells, whole rows and columns too, that the graph does not have.")
{
    protected override IReadOnlyList<Parameter> OwnParameters => [Parameter.Input, Parameter.Hidden, Parameter.Output, Absence.Share];

    protected override void Write(WorksheetWriter sheet, Draw draw)
    {
        sheet.Ask("Cross out the cells of the matrix form that the network in the graph does not have. Where a unit is missing in the graph, cross out its whole row and column.");
        var size = RnnNetwork.Of(draw.Settings);
        var (full, wanted) = (RnnMask.Full(size), Absence.Of(size, draw));
        var smaller = full.WithoutAUnit(wanted, draw);
        var graph = smaller.Without(wanted - smaller.AbsentBeyond(full), draw);
        sheet.Ask(RnnNetwork.LinksOf("crossed_out", BlankKind.CrossedOut, ("full matrix form", size.Write()), ("graph", size.Write(graph)), matrixFirst: true));
    }
}
