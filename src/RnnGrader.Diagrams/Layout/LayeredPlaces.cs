using RnnGrader.Diagrams.Reading;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Layout;

/// <summary>One step: layers from left to right, the layers of one column below each other around a middle line.</summary>
internal static class LayeredPlaces
{
    private const double Radius = 14;
    private const double Between = 34;

    public static Placement Of(Graph graph)
    {
        var columns = Depths.Columns(graph);
        var pitch = Math.Clamp(330.0 / Math.Max(1, columns.Count - 1), 62, 160);
        var placement = new Placement(Radius);
        var bottom = columns.Max(column => Height(column, placement)) / 2;
        foreach (var (column, index) in columns.Select((column, index) => (column, index)))
        {
            // A single number between vectors stands below them, out of the way of their links.
            var y = column.All(layer => layer.Shape.IsScalar) ? bottom + Between : -Height(column, placement) / 2;
            foreach (var layer in column)
            {
                placement.Put(layer, index * pitch, y + Radius, 0, index * pitch, layer.Shape.IsScalar ? y + (2 * Radius) + 11 : y - 11);
                y += placement.Height(layer) + Between;
            }
        }

        return placement;
    }

    private static double Height(Quantity[] column, Placement placement) => column.Sum(placement.Height) + ((column.Length - 1) * Between);
}
