using RnnGrader.Diagrams.Layout;

namespace RnnGrader.Diagrams.Marks;

/// <summary>A unit of a graph.</summary>
internal sealed record NodeMark(double X, double Y, double Radius, CellStyle Style, Tint Tint, string Text = "") : Mark
{
    public override Box Bounds => Box.Around(X, Y, Radius + 1, Radius + 1);
}
