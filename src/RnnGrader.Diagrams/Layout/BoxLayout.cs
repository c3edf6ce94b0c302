using RnnGrader.Diagrams.Marks;
using RnnGrader.Diagrams.Reading;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Layout;

/// <summary>A network that is too large for units: a box for each layer, an arrow for each weight matrix.</summary>
internal static class BoxLayout
{
    private const double Width = 56;
    private const double Height = 84;
    private const double Pitch = 150;
    private const double Between = 54;

    public static IReadOnlyList<Mark> Of(Graph graph, Sizes sizes)
    {
        var boxes = new Dictionary<int, Box>();
        var columns = Depths.Columns(graph);
        foreach (var (column, index) in columns.Select((column, index) => (column, index)))
        {
            var top = -((column.Length * (Height + Between)) - Between) / 2;
            foreach (var layer in column)
            {
                boxes[layer.Name.Slot] = new(index * Pitch, top, (index * Pitch) + Width, top + Height);
                top += Height + Between;
            }
        }

        return
        [
            .. graph.Loops.SelectMany(loop => LoopOf(loop, boxes[loop.Layer.Name.Slot])),
            .. graph.Passes.SelectMany(pass => pass.Reads.Where(read => boxes.ContainsKey(read.Source.Name.Slot)).SelectMany(read => Arrow(read, boxes[read.Source.Name.Slot], boxes[pass.Result.Name.Slot]))),
            .. graph.Layers.SelectMany(layer => Layer(layer, boxes[layer.Name.Slot], sizes.Given(layer))),
        ];
    }

    private static IEnumerable<Mark> Layer(Quantity layer, Box box, string? size)
    {
        yield return new CellMark(box, CellStyle.Given, Tints.Of(layer.Role));
        yield return new LabelMark(layer.Name.Text, box.MiddleX, box.MiddleY, Blocks.NameSize, Align.Middle);
        if (size is not null)
        {
            yield return new LabelMark(size, box.MiddleX, box.Bottom + 14, 12, Align.Middle);
        }
    }

    private static IEnumerable<Mark> Arrow(WeightedRead read, Box from, Box to)
    {
        yield return new LinkMark(from.Right + 2, from.MiddleY, to.Left - 2, to.MiddleY, IsZero: false, IsTarget: false);
        yield return new LabelMark(read.Weights.Name.Text, (from.Right + to.Left) / 2, ((from.MiddleY + to.MiddleY) / 2) - 14, Blocks.NameSize, Align.Middle);
    }

    private static IEnumerable<Mark> LoopOf(Loop loop, Box layer)
    {
        var mark = new LoopMark(layer, 22);
        yield return mark;
        yield return new LabelMark(loop.Before.Name.Text, layer.MiddleX, mark.Top - 14, Blocks.NameSize, Align.Middle);
        yield return new LabelMark(loop.Weights.Name.Text, layer.Right + LoopMark.Reach + 4, mark.Top + 8, Blocks.NameSize, Align.Start);
    }
}
