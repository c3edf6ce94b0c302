using RnnGrader.Diagrams.Layout;

namespace RnnGrader.Diagrams.Marks;

/// <summary>A link from the right side of a layer over its top back to its left side: what it was one step before.</summary>
/// <param name="Layer">The layer's box.</param>
/// <param name="Rise">How far it goes over the layer.</param>
internal sealed record LoopMark(Box Layer, double Rise) : Mark
{
    /// <summary>How far it goes out to either side.</summary>
    public const double Reach = 16;

    public double Top => Layer.Top - Rise;

    public override Box Bounds => new(Layer.Left - Reach, Top, Layer.Right + Reach, Layer.MiddleY);
}
