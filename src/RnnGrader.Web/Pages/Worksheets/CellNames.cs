using RnnGrader.Engine.Worksheets;
using RnnGrader.Web.Pages.Shell;

namespace RnnGrader.Web.Pages.Worksheets;

/// <summary>What a cell is called aloud: 'h 1, row 2 of 3'.</summary>
internal static class CellNames
{
    public static string Of(Blank blank, int row, int column) => blank switch
    {
        { Rows: <= 1, Columns: <= 1 } => Texts.CellAlone.With(Spoken(blank.Name)),
        { Columns: 1 } => Texts.CellInColumn.With(Spoken(blank.Name), row + 1, blank.Rows),
        { Rows: 1 } => Texts.CellInRow.With(Spoken(blank.Name), column + 1, blank.Columns),
        _ => Texts.CellInMatrix.With(Spoken(blank.Name), row + 1, blank.Rows, column + 1, blank.Columns),
    };

    /// <summary>A tensor's name without the signs that are not said.</summary>
    public static string Spoken(string name) => name.Replace('_', ' ').Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
}
