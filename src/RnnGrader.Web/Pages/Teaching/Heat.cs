using System.Text.RegularExpressions;
using RnnGrader.Web.Statistics;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>How hot each cell of a worksheet is: the share of the students who had it wrong, of all who submitted something.</summary>
internal sealed partial class Heat
{
    // Steps of the colours. One student of a hundred is seen, and so is that it is not ten.
    private static readonly double[] Steps = [0, 0.1, 0.25, 0.5, 0.75];

    private readonly Dictionary<string, CellStatistics> cells;
    private readonly int students;

    public Heat(ItemStatistics item)
    {
        cells = (item.Cells ?? []).ToDictionary(cell => cell.Cell);
        students = item.Students;
    }

    /// <summary>What is known of a cell; null where nobody had it wrong.</summary>
    public CellStatistics? At(string blank, int row, int column) => cells.GetValueOrDefault(FormattableString.Invariant($"{blank}[{row},{column}]"));

    /// <summary>The share, 0 to 1.</summary>
    public double Share(CellStatistics? cell) => cell is null || students == 0 ? 0 : Math.Min(1, (double)cell.Students / students);

    /// <summary>The class of its colour: heat0 where nobody had it wrong, to heat5.</summary>
    public string Class(CellStatistics? cell) => $"heat{Steps.Count(step => Share(cell) > step)}";

    /// <summary>A picture of the worksheet, its cells, units and links coloured.</summary>
    public string Colour(string svg) => Ids().Replace(svg, match => Find(match.Groups[1].Value) is { } cell ? $"{match.Value} class=\"{Class(cell)}\"" : match.Value);

    // A component of a set by its own name; a unit h_1[2] is the cell h_1[2,0].
    private CellStatistics? Find(string id) =>
        cells.Values.FirstOrDefault(cell => cell.Cell.EndsWith($":{System.Net.WebUtility.HtmlDecode(id)}", StringComparison.Ordinal))
        ?? cells.GetValueOrDefault(id) ?? cells.GetValueOrDefault(id.Replace("]", ",0]", StringComparison.Ordinal));

    [GeneratedRegex("data-id=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();
}
