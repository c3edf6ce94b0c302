using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;

namespace RnnGrader.Exercises.Structures;

/// <summary>The links that a matrix form has and a graph is missing.</summary>
internal sealed class MatrixToGraph() : Exercise(
    10,
    "matrix-to-graph",
    "RNN matrix → graph",
    Level.Beginner,
    "Given the matrix form of an RNN, some of its cells absent, and a graph with some links missing, add the missing links.")
{
    protected override IReadOnlyList<Parameter> OwnParameters => [Parameter.Input, Parameter.Hidden, Parameter.Output, Absence.Share];

    protected override void Write(WorksheetWriter sheet, Draw draw)
    {
        sheet.Ask("Add the links that the matrix form has and the graph is missing. An absent cell means no dependency.");
        var size = RnnNetwork.Of(draw.Settings);
        var matrix = RnnMask.Full(size).Without(Absence.Of(size, draw), draw);
        var drawn = matrix.WithoutLinks((size.Cells / 4) + 1, draw);
        sheet.Ask(RnnNetwork.LinksOf("links", BlankKind.Links, ("matrix form", size.Write(matrix)), ("graph", size.Write(drawn)), matrixFirst: true));
    }
}
