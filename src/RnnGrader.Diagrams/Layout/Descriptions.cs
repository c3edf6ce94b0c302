using RnnGrader.Diagrams.Marks;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Layout;

/// <summary>What is said of a drawing to who does not see it.</summary>
internal static class Descriptions
{
    public static Picture OfMatrix(Worksheet sheet, IReadOnlyList<Mark> marks)
    {
        var cells = marks.OfType<CellMark>().ToArray();
        return new(
            "Matrix form of the network",
            Join(
                sheet.PrintedFormulas,
                "Weights stand at the left, the vectors they read above them at the right, results beside them.",
                cells.Any(cell => cell.Style == CellStyle.Blank) ? "Dashed cells are to be filled in." : null,
                cells.Any(cell => cell.Style == CellStyle.Copy) ? "Dotted cells repeat a vector that stands elsewhere." : null,
                cells.Any(cell => cell.Style == CellStyle.Absent) ? "Hatched cells are absent: no dependency." : null),
            marks);
    }

    public static Picture OfGraph(Worksheet sheet, IReadOnlyList<Mark> marks) => new(
        "Graph form of the network",
        Join(
            sheet.PrintedFormulas,
            "Circles are units, arrows are links.",
            marks.OfType<NodeMark>().Any(node => node.Style == CellStyle.Blank) ? "Dashed units are to be filled in." : null,
            marks.OfType<LinkMark>().Any(link => link.IsZero) ? "Dotted links have the weight 0." : null),
        marks);

    private static string Join(IEnumerable<string> formulas, params string?[] sentences) =>
        string.Join(" ", formulas.Select(formula => $"{formula}.").Concat(sentences.OfType<string>()));
}
