using RnnGrader.Grading;

namespace RnnGrader.Web.Readings;

/// <summary>How cells are understood.</summary>
/// <param name="Cells">Each cell, in the order they were sent.</param>
internal sealed record ReadAnswer(IReadOnlyList<CellReading> Cells);
