namespace RnnGrader.Web.Regrades;

/// <summary>Why a submission changes and in which cells, as it is stored.</summary>
internal sealed record ChangeDetails(IReadOnlyList<string> Why, IReadOnlyList<CellChange> Cells);
