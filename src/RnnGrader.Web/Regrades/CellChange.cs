namespace RnnGrader.Web.Regrades;

/// <summary>A cell whose verdict or credit changes.</summary>
/// <param name="Blank">The blank it belongs to.</param>
/// <param name="Row">Zero-based row; left out for sets.</param>
/// <param name="Column">Zero-based column; left out for sets.</param>
/// <param name="Component">Id of the component; left out for cells.</param>
/// <param name="Given">What the student wrote.</param>
/// <param name="Before">The verdict and credit before; left out where the cell was not there.</param>
/// <param name="After">The verdict and credit after; left out where the cell is not there.</param>
internal sealed record CellChange(string Blank, int? Row, int? Column, string? Component, string? Given, CellVerdict? Before, CellVerdict? After);
