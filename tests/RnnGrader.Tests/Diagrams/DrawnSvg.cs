using System.Globalization;
using System.Xml.Linq;
using RnnGrader.Diagrams;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Tests.Diagrams;

/// <summary>A drawing read back from its SVG.</summary>
internal sealed class DrawnSvg
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement root;

    public DrawnSvg(Worksheet sheet, DiagramView view)
    {
        root = XDocument.Parse(Diagram.Svg(sheet, view)).Root!;
        var frame = root.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
        Frame = new(frame[0], frame[1], frame[0] + frame[2], frame[1] + frame[3]);
    }

    public Area Frame { get; }

    public IEnumerable<XElement> Components => root.Descendants().Where(element => element.Attribute("data-id") is not null);

    public string[] Ids => [.. Components.Select(element => element.Attribute("data-id")!.Value)];

    public (string Text, Area Area)[] Texts => [.. root.Descendants(Svg + "text").Select(text => (text.Value, AreaOf(text)))];

    public (double X, double Y, double Radius)[] Circles => [.. root.Descendants(Svg + "circle").Select(circle => (At(circle, "cx"), At(circle, "cy"), At(circle, "r")))];

    public XElement this[string id] => Components.Single(element => element.Attribute("data-id")!.Value == id);

    public static bool HasText(XElement element) => element.Descendants(Svg + "text").Any();

    public static string? TitleOf(XElement element) => element.Element(Svg + "title")?.Value;

    public IEnumerable<XElement> Elements(string name) => root.Descendants(Svg + name);

    public string? Attribute(string name) => root.Attribute(name)?.Value;

    // A little narrower than the fonts really are: what overlaps here overlaps on every screen.
    private static Area AreaOf(XElement text)
    {
        var size = At(text, "font-size");
        var width = text.Nodes().Sum(node => node is XElement lowered ? Width(lowered.Value) * At(lowered, "font-size") : Width(((XText)node).Value) * size);
        var left = At(text, "x") - (text.Attribute("text-anchor")!.Value switch { "start" => 0, "middle" => width / 2, _ => width });
        return new(left, At(text, "y") - (size * 0.72), left + width, At(text, "y"));
    }

    private static double Width(string letters) => letters.Sum(letter => letter switch { 'W' => 0.9, 'm' or '+' or '−' or '=' => 0.75, 'i' or 'l' or 't' or 'f' or 'r' or ' ' or '.' or '[' or ']' => 0.3, _ => 0.57 });

    private static double At(XElement element, string attribute) => Number(element.Attribute(attribute)!.Value);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    internal readonly record struct Area(double Left, double Top, double Right, double Bottom)
    {
        public bool Holds(Area other) => Left <= other.Left && Top <= other.Top && other.Right <= Right && other.Bottom <= Bottom;

        public bool Overlaps(Area other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
