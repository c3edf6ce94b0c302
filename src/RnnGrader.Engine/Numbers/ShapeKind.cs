namespace RnnGrader.Engine.Numbers;

/// <summary>A matrix of one cell is not a scalar: only a scalar may divide, or stand before a matrix of any size.</summary>
public enum ShapeKind
{
    /// <summary>Rows and columns; a vector is a matrix of one column.</summary>
    Matrix,

    /// <summary>One number.</summary>
    Scalar,

    /// <summary>A size, rows × columns, as a value: what <c>size(W)</c> gives.</summary>
    Size,
}
