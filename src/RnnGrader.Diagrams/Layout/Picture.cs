using RnnGrader.Diagrams.Marks;

namespace RnnGrader.Diagrams.Layout;

/// <summary>A drawing as marks, before it is written as SVG.</summary>
internal sealed record Picture(string Title, string Description, IReadOnlyList<Mark> Marks)
{
    // At 360 pixels, the narrowest telephone in use, a unit of a small drawing is a pixel.
    private const double Narrowest = 360;

    private const double Margin = 6;

    /// <summary>What is to be seen: all marks with a margin, not so narrow that a wide page would blow them up.</summary>
    public Box Frame
    {
        get
        {
            var content = Marks.Select(mark => mark.Bounds).Aggregate((a, b) => a.And(b)).Grown(Margin);
            var missing = Math.Max(0, Narrowest - content.Width) / 2;
            return new(Math.Floor(content.Left - missing), Math.Floor(content.Top), Math.Ceiling(content.Right + missing), Math.Ceiling(content.Bottom));
        }
    }
}
