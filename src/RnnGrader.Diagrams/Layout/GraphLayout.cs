using RnnGrader.Diagrams.Marks;
using RnnGrader.Diagrams.Reading;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Layout;

/// <summary>The graph of a worksheet: links first, so that units and texts lie over them.</summary>
internal sealed class GraphLayout
{
    // What has more units than that is drawn as boxes.
    private const int MostUnits = 20;

    private readonly Naming naming;
    private readonly Sizes sizes;
    private readonly Graph graph;
    private readonly Placement placement;

    private GraphLayout(Worksheet sheet, Graph graph)
    {
        naming = new(sheet);
        sizes = new(sheet);
        this.graph = graph;
        placement = graph.IsUnrolled ? TimePlaces.Of(graph) : LayeredPlaces.Of(graph);
    }

    public static Picture Of(Worksheet sheet)
    {
        var graph = new Graph(sheet.Difference is { } difference ? difference.Networks[difference.GraphForm] : sheet, foldsLoops: sheet.Difference is null);
        IReadOnlyList<Mark> marks = graph.Layers.Any(layer => layer.Shape.Rows > MostUnits)
            ? BoxLayout.Of(graph, new(sheet))
            : [.. new GraphLayout(sheet, graph).Marks()];
        return Descriptions.OfGraph(sheet, marks);
    }

    private IEnumerable<Mark> Marks()
    {
        var units = graph.Layers.SelectMany(Units).ToArray();
        var biases = graph.IsUnrolled ? [] : graph.Passes.SelectMany(Biases).ToArray();
        var names = graph.Layers.Select(Name).Concat(graph.IsUnrolled ? [] : Bundles.Of(graph, placement)).ToArray();
        var links = graph.Connections.SelectMany(connection => connection.Links()).Select(link => (Link: link, Mark: Link(link))).ToArray();
        var texts = graph.IsUnrolled ? [] : LinkTexts.Of([.. links.Where(link => link.Link.Weight is { IsZero: false }).Select(link => (link.Mark, link.Link.Weight!.Value.ToString()))], [.. links.Select(link => link.Mark)], [.. units, .. biases, .. names]);
        return [.. graph.Loops.SelectMany(loop => Loops.Of(loop, placement, naming)), .. links.Select(link => link.Mark), .. units, .. biases, .. names, .. texts];
    }

    private IEnumerable<Mark> Units(Quantity layer)
    {
        for (var row = 0; row < layer.Shape.Rows; row++)
        {
            if (Graph.IsPresent(layer, row))
            {
                var (x, y) = placement.Unit(layer, row);
                var isNew = row >= sizes.Before(layer);
                var style = isNew ? CellStyle.Copy : layer.IsBlank ? CellStyle.Blank : CellStyle.Given;
                var text = isNew ? "+" : layer.Given is { } given ? given[row].ToString() : naming.IsStructural && placement.Radius > 12 ? FormattableString.Invariant($"[{row}]") : "";
                var id = UnitLink.IdOf(layer, row);
                yield return naming.Name(new NodeMark(x, y, placement.Radius, style, Tints.Of(layer.Role), text), id, layer.Given is { } value ? $"{id} = {value[row]}" : layer.IsBlank ? $"{id}, to fill in" : $"unit {id}");
            }
        }
    }

    private LinkMark Link(UnitLink link)
    {
        var (fromX, fromY) = placement.Unit(link.From, link.FromRow);
        var (toX, toY) = placement.Unit(link.To, link.ToRow);
        var isCurved = link.From.Shape.IsScalar || link.To.Shape.IsScalar || (graph.IsUnrolled && !(placement.IsLeaning(link.From) && placement.IsLeaning(link.To)));
        var (x, y) = isCurved ? (1, 0) : (toX - fromX, toY - fromY);
        var length = Math.Sqrt((x * x) + (y * y));
        var (edgeX, edgeY) = (x / length * (placement.Radius + 1), y / length * (placement.Radius + 1));
        var mark = new LinkMark(fromX + edgeX, fromY + edgeY, toX - edgeX, toY - edgeY, link.Weight is { IsZero: true }, naming.IsStructural, isCurved);
        return naming.Name(mark, link.Id, link.Weight is { } weight ? $"{link.Id}, weight {weight}" : $"link {link.Id}");
    }

    private Mark Name(Quantity layer)
    {
        var (x, y) = placement.Name(layer);
        var label = new LabelMark(layer.Name.Text, x, y, Blocks.NameSize, Align.Middle);
        return naming.IsStructural ? naming.Name(label, layer.Name.Text, "") : label;
    }

    private IEnumerable<Mark> Biases(Pass pass)
    {
        for (var row = 0; row < pass.Result.Shape.Rows && pass.Bias?.Given is not null; row++)
        {
            var (x, y) = placement.Unit(pass.Result, row);
            var bias = pass.Bias.Given[row];
            yield return new LabelMark(bias.IsNegative ? bias.ToString() : $"+{bias}", x, y + placement.Radius + 7, 10, Align.Middle, IsQuiet: true);
        }
    }
}
