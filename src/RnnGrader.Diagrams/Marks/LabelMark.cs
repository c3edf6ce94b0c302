using RnnGrader.Diagrams.Layout;
using RnnGrader.Diagrams.Rendering;

namespace RnnGrader.Diagrams.Marks;

/// <summary>Text on its own; a name is set with its subscript.</summary>
/// <param name="Text">The name or text.</param>
/// <param name="X">Where it starts, its middle, or its end.</param>
/// <param name="Y">Its middle.</param>
/// <param name="Size">The size of its letters.</param>
/// <param name="Align">What X is.</param>
/// <param name="IsQuiet">Less important than the rest.</param>
internal sealed record LabelMark(string Text, double X, double Y, double Size, Align Align, bool IsQuiet = false) : Mark
{
    public override Box Bounds
    {
        get
        {
            var width = Script.Width(Text, Size);
            var left = Align switch { Align.Start => X, Align.Middle => X - (width / 2), _ => X - width };
            return new(left, Y - (Size * 0.6), left + width, Y + (Size * 0.65));
        }
    }
}
