using RnnGrader.Diagrams.Reading;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Layout;

/// <summary>How many layers lie before a layer; a given one stands right before its first reader.</summary>
internal static class Depths
{
    public static Dictionary<int, int> Of(Graph graph)
    {
        var depths = new Dictionary<int, int>();
        foreach (var layer in graph.Layers.Where(layer => layer.Definition is not null))
        {
            depths[layer.Name.Slot] = 1 + graph.SourcesOf(layer).Select(source => depths.GetValueOrDefault(source.Name.Slot)).DefaultIfEmpty(0).Max();
        }

        foreach (var layer in graph.Layers.Where(layer => layer.Definition is null))
        {
            var readers = graph.Connections.Where(link => link.From == layer).ToArray();
            var first = readers.Select(link => depths[link.To.Name.Slot]).DefaultIfEmpty(1).Min();

            // Read cell by cell beside a computed layer: on the other side of the reader, where no link runs through its units.
            var isBeside = readers.Any(link => link.Matrix is null && graph.SourcesOf(link.To).Any(other => other.Definition is not null));
            depths[layer.Name.Slot] = isBeside ? first + 1 : first - 1;
        }

        return depths;
    }

    /// <summary>The layers by depth, those that are carried over from a step before on top.</summary>
    public static IReadOnlyList<Quantity[]> Columns(Graph graph)
    {
        var depths = Of(graph);
        return [.. graph.Layers.GroupBy(layer => depths[layer.Name.Slot]).OrderBy(column => column.Key).Select(column => column.OrderBy(IsCarried).ToArray())];
    }

    private static int IsCarried(Quantity layer) => layer is { Role: Role.State, Definition: null } ? 0 : 1;
}
