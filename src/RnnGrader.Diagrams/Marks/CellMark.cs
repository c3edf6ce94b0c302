using RnnGrader.Diagrams.Layout;

namespace RnnGrader.Diagrams.Marks;

/// <summary>A cell of a matrix or vector; also a block that is drawn as one.</summary>
internal sealed record CellMark(Box Box, CellStyle Style, Tint Tint, string Text = "") : Mark
{
    public override Box Bounds => Box;
}
