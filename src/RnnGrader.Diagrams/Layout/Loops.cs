using RnnGrader.Diagrams.Marks;
using RnnGrader.Diagrams.Reading;

namespace RnnGrader.Diagrams.Layout;

/// <summary>The recurrent link of a layer as a loop over it; on the loop, small, the units of the step before.</summary>
internal static class Loops
{
    private const double Radius = 3.5;
    private const double Pitch = 10;

    public static IEnumerable<Mark> Of(Loop loop, Placement placement, Naming naming)
    {
        var units = placement.Of(loop.Layer);
        var half = Math.Max(placement.Radius + 8, (loop.Before.Shape.Rows * Pitch / 2) - LoopMark.Reach + 8);
        var layer = new Box(units.MiddleX - half, units.Top - 24, units.MiddleX + half, units.Bottom + 8);
        var mark = new LoopMark(layer, 22);
        yield return new FrameMark(layer);
        yield return mark;
        for (var row = 0; row < loop.Before.Shape.Rows; row++)
        {
            var id = UnitLink.IdOf(loop.Before, row);
            var x = layer.MiddleX + ((row - ((loop.Before.Shape.Rows - 1) / 2.0)) * Pitch);
            yield return naming.Name(new NodeMark(x, mark.Top, Radius, CellStyle.Given, Tints.Of(loop.Before.Role)), id, $"unit {id}");
        }

        yield return new LabelMark(loop.Before.Name.Text, layer.MiddleX, mark.Top - 14, 13, Align.Middle);
        yield return new LabelMark(loop.Weights.Name.Text, layer.Right + LoopMark.Reach + 4, mark.Top + 8, 13, Align.Start);
    }
}
