namespace RnnGrader.Engine.Structures;

/// <summary>A link of a network and the matrix cell that it stands for.</summary>
/// <param name="From">The unit it comes from, <c>x_1[0]</c>.</param>
/// <param name="To">The unit it leads to, <c>h_1[2]</c>.</param>
/// <param name="Matrix">The weight matrix, <c>W_hx</c>.</param>
/// <param name="Row">The cell's row.</param>
/// <param name="Column">The cell's column.</param>
public sealed record Link(string From, string To, string Matrix, int Row, int Column)
{
    public string Id => $"{From}->{To}";

    public string Cell => FormattableString.Invariant($"{Matrix}[{Row},{Column}]");

    /// <summary>The cell's whole row, <c>W_hx[2,*]</c>.</summary>
    public string RowBlock => FormattableString.Invariant($"{Matrix}[{Row},*]");

    /// <summary>The cell's whole column, <c>W_hx[*,0]</c>.</summary>
    public string ColumnBlock => FormattableString.Invariant($"{Matrix}[*,{Column}]");
}
