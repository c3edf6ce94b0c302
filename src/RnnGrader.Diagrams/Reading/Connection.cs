using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Reading;

/// <summary>A layer that another is computed from: through weights, or cell by cell where there are none.</summary>
internal sealed record Connection(Quantity From, Quantity To, Quantity? Matrix)
{
    /// <summary>The links between their units. In a large network there are hundreds of thousands: only who draws them asks for them.</summary>
    public IEnumerable<UnitLink> Links() => Matrix is null ? CellByCell() : Weighted(Matrix);

    private IEnumerable<UnitLink> Weighted(Quantity matrix) =>
        from row in Enumerable.Range(0, matrix.Shape.Rows)
        from column in Enumerable.Range(0, matrix.Shape.Columns)
        where Graph.IsPresent(matrix, row, column) && Graph.IsPresent(To, row) && Graph.IsPresent(From, column)
        select new UnitLink(From, column, To, row, matrix);

    private IEnumerable<UnitLink> CellByCell() =>
        from row in Enumerable.Range(0, Math.Max(From.Shape.Rows, To.Shape.Rows))
        select new UnitLink(From, Math.Min(row, From.Shape.Rows - 1), To, Math.Min(row, To.Shape.Rows - 1), null);
}
