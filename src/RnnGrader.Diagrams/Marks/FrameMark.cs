using RnnGrader.Diagrams.Layout;

namespace RnnGrader.Diagrams.Marks;

/// <summary>A thin frame around a layer.</summary>
internal sealed record FrameMark(Box Box) : Mark
{
    public override Box Bounds => Box;
}
