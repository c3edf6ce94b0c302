using System.Globalization;
using System.Xml.Linq;
using RnnGrader.Diagrams.Layout;
using RnnGrader.Diagrams.Marks;

namespace RnnGrader.Diagrams.Rendering;

/// <summary>
/// Writes a picture as SVG: presentation attributes alone make it whole, and no element has an <c>id</c>, a pattern or a marker, so that any number
/// of drawings stand on one page.
/// </summary>
internal static class SvgWriter
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Write(Picture picture)
    {
        var frame = picture.Frame;
        var root = Element(
            "svg",
            ("class", "rnn-diagram"),
            ("viewBox", FormattableString.Invariant($"{frame.Left} {frame.Top} {frame.Width} {frame.Height}")),
            ("width", "100%"),
            ("role", "img"),
            ("aria-label", picture.Title),
            ("color", "#1f2937"),
            ("font-family", "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"));
        root.Add(new XElement(Svg + "title", picture.Title), new XElement(Svg + "desc", picture.Description), new XElement(Svg + "style", Stylesheet.Text));
        root.Add(picture.Marks.Select(Write));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    internal static XElement Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var element = new XElement(Svg + name);
        foreach (var (attribute, value) in attributes)
        {
            element.SetAttributeValue(attribute, value);
        }

        return element;
    }

    internal static string Text(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    private static XElement Write(Mark mark)
    {
        var group = Element("g");
        if (mark.Id is not null)
        {
            group.SetAttributeValue("data-id", mark.Id);
        }

        if (mark.Title is not null)
        {
            group.Add(new XElement(Svg + "title", mark.Title));
        }

        group.Add(mark switch
        {
            CellMark cell => Shapes.Cell(cell),
            NodeMark node => Shapes.Node(node),
            LinkMark link => Lines.Link(link),
            LoopMark loop => Lines.Loop(loop),
            FrameMark frame => Shapes.Frame(frame),
            LabelMark label => Shapes.Label(label),
            _ => throw new InvalidOperationException($"A {mark.GetType().Name} can't be drawn."),
        });
        return group;
    }
}
