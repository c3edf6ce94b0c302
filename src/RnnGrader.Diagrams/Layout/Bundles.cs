using RnnGrader.Diagrams.Marks;
using RnnGrader.Diagrams.Reading;

namespace RnnGrader.Diagrams.Layout;

/// <summary>The names of the weights beside the links that they are on: above the upper links into a layer, below the others.</summary>
internal static class Bundles
{
    public static IEnumerable<Mark> Of(Graph graph, Placement placement)
    {
        foreach (var (pass, read) in graph.Passes.SelectMany(pass => pass.Reads.Select(read => (pass, read))).Where(read => graph.Layers.Contains(read.read.Source)))
        {
            var (from, to) = (placement.Of(read.Source), placement.Of(pass.Result));
            var isUpper = from.MiddleY < to.MiddleY - 1;
            var y = isUpper ? ((from.Top + to.Top) / 2) - 4 : ((from.Bottom + to.Bottom) / 2) + 4;
            yield return new LabelMark(read.Weights.Name.Text, (from.MiddleX + to.MiddleX) / 2, y, 13, Align.Middle);
        }
    }
}
