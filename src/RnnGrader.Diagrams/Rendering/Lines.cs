using System.Xml.Linq;
using RnnGrader.Diagrams.Layout;
using RnnGrader.Diagrams.Marks;
using static RnnGrader.Diagrams.Rendering.SvgWriter;

namespace RnnGrader.Diagrams.Rendering;

/// <summary>Links, loops and hatching as SVG.</summary>
internal static class Lines
{
    private const double HeadLength = 6;

    public static IEnumerable<XElement> Link(LinkMark link)
    {
        var (x, y) = (link.X2 - link.X1, link.Y2 - link.Y1);
        var length = Math.Sqrt((x * x) + (y * y));
        (x, y) = (x / length, y / length);
        var (neckX, neckY) = (link.X2 - (x * HeadLength), link.Y2 - (y * HeadLength));
        var path = $"M{Text(link.X1)} {Text(link.Y1)}L{Text(neckX)} {Text(neckY)}";
        if (link.IsCurved)
        {
            var middle = (link.X1 + link.X2 - HeadLength) / 2;
            (x, y) = (1, 0);
            path = $"M{Text(link.X1)} {Text(link.Y1)}C{Text(middle)} {Text(link.Y1)} {Text(middle)} {Text(link.Y2)} {Text(link.X2 - HeadLength)} {Text(link.Y2)}";
        }

        if (link.IsTarget)
        {
            yield return Element("path", ("d", path), ("fill", "none"), ("stroke", "#000"), ("stroke-opacity", "0"), ("stroke-width", "9"), ("pointer-events", "stroke"));
        }

        var line = Element("path", ("class", "line"), ("d", path), ("fill", "none"), ("stroke", "#4b5563"), ("stroke-width", link.IsZero ? "0.8" : "1.2"));
        line.SetAttributeValue("stroke-dasharray", link.IsZero ? "1.5 3" : null);
        yield return line;
        yield return Head(link.X2, link.Y2, x, y);
    }

    public static IEnumerable<XElement> Loop(LoopMark loop)
    {
        var (layer, reach, top) = (loop.Layer, LoopMark.Reach, loop.Top);
        var start = layer.Top + 14;
        var (left, right) = (layer.Left - reach, layer.Right + reach);
        yield return Element(
            "path",
            ("class", "line"),
            ("d", $"M{Text(layer.Right)} {Text(start)}H{Text(right - 8)}Q{Text(right)} {Text(start)} {Text(right)} {Text(start - 8)}V{Text(top + 8)}Q{Text(right)} {Text(top)} {Text(right - 8)} {Text(top)}"
                + $"H{Text(left + 8)}Q{Text(left)} {Text(top)} {Text(left)} {Text(top + 8)}V{Text(start - 8)}Q{Text(left)} {Text(start)} {Text(left + 8)} {Text(start)}H{Text(layer.Left - HeadLength)}"),
            ("fill", "none"),
            ("stroke", "#4b5563"),
            ("stroke-width", "1.6"));
        yield return Head(layer.Left, start, 1, 0);
    }

    public static XElement Hatching(Box box)
    {
        var path = "";
        for (var at = 7.0; at < box.Width + box.Height; at += 7)
        {
            var (x1, y1) = at <= box.Height ? (box.Left, box.Top + at) : (box.Left + at - box.Height, box.Bottom);
            var (x2, y2) = at <= box.Width ? (box.Left + at, box.Top) : (box.Right, box.Top + at - box.Width);
            path += $"M{Text(x1)} {Text(y1)}L{Text(x2)} {Text(y2)}";
        }

        return Element("path", ("class", "line"), ("d", path), ("fill", "none"), ("stroke", "#4b5563"), ("stroke-width", "1"));
    }

    // A triangle of its own and not a marker, which would need an id.
    private static XElement Head(double x, double y, double directionX, double directionY)
    {
        var (backX, backY) = (x - (directionX * HeadLength), y - (directionY * HeadLength));
        var (sideX, sideY) = (-directionY * 2.6, directionX * 2.6);
        return Element("path", ("class", "head"), ("d", $"M{Text(x)} {Text(y)}L{Text(backX + sideX)} {Text(backY + sideY)}L{Text(backX - sideX)} {Text(backY - sideY)}Z"), ("fill", "#4b5563"));
    }
}
