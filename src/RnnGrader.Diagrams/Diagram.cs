using RnnGrader.Diagrams.Layout;
using RnnGrader.Diagrams.Rendering;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams;

/// <summary>Draws any worksheet as a matrix form or a graph; no drawing shows an answer.</summary>
public static class Diagram
{
    /// <summary>What a Content-Security-Policy must list under <c>style-src</c> for a drawing to follow a dark page and print; without it, it is drawn for a light page.</summary>
    public static string StyleSource => Stylesheet.Source;

    /// <summary>The drawing as a whole SVG document, the same for the same worksheet; it may be inlined any number of times in one page.</summary>
    public static string Svg(Worksheet sheet, DiagramView view) => SvgWriter.Write(view switch
    {
        DiagramView.Matrix => MatrixLayout.Of(sheet),
        DiagramView.Graph or _ => GraphLayout.Of(sheet),
    });
}
