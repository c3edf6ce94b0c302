using System.Xml.Linq;
using RnnGrader.Diagrams.Layout;
using RnnGrader.Diagrams.Marks;
using static RnnGrader.Diagrams.Rendering.SvgWriter;

namespace RnnGrader.Diagrams.Rendering;

/// <summary>Cells, units and texts as SVG.</summary>
internal static class Shapes
{
    private const double LetterSize = 13;

    public static IEnumerable<XElement> Cell(CellMark cell)
    {
        var box = cell.Box;
        var rectangle = Element("rect", ("x", Text(box.Left)), ("y", Text(box.Top)), ("width", Text(box.Width)), ("height", Text(box.Height)), ("rx", "2"));
        yield return Outlined(rectangle, cell.Style, cell.Tint);
        if (cell.Style == CellStyle.Absent)
        {
            yield return Lines.Hatching(box);
        }

        if (cell.Text.Length > 0)
        {
            yield return Inside(cell.Text, box.MiddleX, box.MiddleY, box.Width - 4);
        }
    }

    public static IEnumerable<XElement> Node(NodeMark node)
    {
        var circle = Element("circle", ("cx", Text(node.X)), ("cy", Text(node.Y)), ("r", Text(node.Radius)));
        yield return Outlined(circle, node.Style, node.Tint);
        if (node.Text.Length > 0)
        {
            yield return Inside(node.Text, node.X, node.Y, (2 * node.Radius) - 5);
        }
    }

    public static XElement Frame(FrameMark frame) => Element(
        "rect",
        ("class", "line"),
        ("x", Text(frame.Box.Left)),
        ("y", Text(frame.Box.Top)),
        ("width", Text(frame.Box.Width)),
        ("height", Text(frame.Box.Height)),
        ("rx", "8"),
        ("fill", "none"),
        ("stroke", "#4b5563"),
        ("stroke-width", "0.8"));

    public static IEnumerable<XElement> Label(LabelMark label)
    {
        var (main, subscript) = Script.Split(label.Text);
        var text = Letters(main, label.X, label.Y, label.Size, label.Align);
        if (label.IsQuiet)
        {
            text.SetAttributeValue("class", "halo quiet");
            text.SetAttributeValue("fill", "#4b5563");
        }

        if (subscript.Length > 0)
        {
            var lowered = Element("tspan", ("dy", Text(label.Size * 0.25)), ("font-size", Text(label.Size * Script.SubscriptSize)));
            lowered.Value = subscript;
            text.Add(lowered);
        }

        // A finger needs more than the letters.
        if (label.Id is not null)
        {
            var box = label.Bounds.Grown(2);
            yield return Element("rect", ("x", Text(box.Left)), ("y", Text(box.Top)), ("width", Text(box.Width)), ("height", Text(box.Height)), ("fill", "none"), ("pointer-events", "all"));
        }

        yield return text;
    }

    private static XElement Outlined(XElement shape, CellStyle style, Tint tint)
    {
        var (name, fill) = tint switch
        {
            Tint.Input => ("input", "#dbeafe"),
            Tint.State => ("state", "#dcfce7"),
            Tint.Output => ("output", "#fef3c7"),
            Tint.Other or _ => ("other", "#f1f3f5"),
        };
        shape.SetAttributeValue("class", name);
        shape.SetAttributeValue("fill", style is CellStyle.Blank or CellStyle.Copy ? "none" : fill);
        shape.SetAttributeValue("stroke", "currentColor");
        shape.SetAttributeValue("stroke-width", style switch { CellStyle.Blank => "1.6", CellStyle.Copy => "0.9", _ => "1.2" });
        if (style is CellStyle.Blank or CellStyle.Copy)
        {
            shape.SetAttributeValue("class", null);
            shape.SetAttributeValue("pointer-events", "all");
            shape.SetAttributeValue("stroke-dasharray", style == CellStyle.Blank ? "4 2.5" : "1.2 2.4");
        }

        return shape;
    }

    // A number that is longer than its cell is set smaller.
    private static XElement Inside(string text, double x, double y, double room)
    {
        var isIndex = text[0] == '[';
        var size = Math.Min(isIndex ? 9 : LetterSize, room / Script.Width(text, 1));
        var letters = Letters(Script.Minus(text), x, y, size, Align.Middle);
        letters.SetAttributeValue("class", isIndex ? "quiet" : null);
        letters.SetAttributeValue("fill", isIndex ? "#4b5563" : "currentColor");
        letters.SetAttributeValue("stroke", null);
        letters.SetAttributeValue("stroke-width", null);
        letters.SetAttributeValue("stroke-linejoin", null);
        letters.SetAttributeValue("paint-order", null);
        return letters;
    }

    // The halo keeps a text readable where a line runs under it.
    private static XElement Letters(string text, double x, double y, double size, Align align)
    {
        var element = Element(
            "text",
            ("class", "halo"),
            ("x", Text(x)),
            ("y", Text(y + (size * 0.35))),
            ("font-size", Text(size)),
            ("text-anchor", align switch { Align.Start => "start", Align.Middle => "middle", _ => "end" }),
            ("fill", "currentColor"),
            ("stroke", "#fff"),
            ("stroke-width", "3"),
            ("stroke-linejoin", "round"),
            ("paint-order", "stroke"));
        element.Value = text;
        return element;
    }
}
