using RnnGrader.Diagrams.Reading;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Layout;

/// <summary>The matrix form of a worksheet: its panels below each other, and then what no weights have to do with.</summary>
internal static class MatrixLayout
{
    private const double PanelGap = 24;

    public static Picture Of(Worksheet sheet)
    {
        var drawn = sheet.Difference is { } difference ? difference.Networks[difference.MatrixForm] : sheet;
        var blocks = new Blocks(new(sheet), new(sheet));
        var placed = new HashSet<int>();
        var y = 0.0;
        foreach (var panel in Panel.Of(Tier.Of(Pass.Of(drawn))))
        {
            y = new PanelLayout(panel, blocks, placed).Place(y) + PanelGap;
        }

        new StripLayout(drawn, blocks, placed).Place(y);
        return Descriptions.OfMatrix(sheet, blocks.Marks);
    }
}
