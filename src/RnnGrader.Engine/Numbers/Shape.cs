using System.Globalization;

namespace RnnGrader.Engine.Numbers;

/// <summary>The shape of a tensor. While shapes are being inferred, 0 rows or columns stand for a number not known yet.</summary>
public readonly record struct Shape(ShapeKind Kind, int Rows, int Columns)
{
    /// <summary>A matrix of which nothing is known.</summary>
    public static Shape Unknown => Matrix(0, 0);

    public static Shape Scalar => new(ShapeKind.Scalar, 1, 1);

    /// <summary>Two cells, rows and columns.</summary>
    public static Shape Size => new(ShapeKind.Size, 1, 2);

    public bool IsScalar => Kind == ShapeKind.Scalar;

    public bool IsMatrix => Kind == ShapeKind.Matrix;

    public bool IsKnown => Rows > 0 && Columns > 0;

    public int Cells => Rows * Columns;

    public static Shape Matrix(int rows, int columns) => new(ShapeKind.Matrix, rows, columns);

    public static Shape Vector(int rows) => Matrix(rows, 1);

    /// <summary>What both say together; null where they contradict each other.</summary>
    public Shape? And(Shape other)
    {
        if (this == other)
        {
            return this;
        }

        // Wholly unknown is also the shape of what may turn out a scalar.
        if (other == Unknown)
        {
            return this;
        }

        if (this == Unknown)
        {
            return other;
        }

        return Kind == other.Kind && Fits(Rows, other.Rows) && Fits(Columns, other.Columns)
            ? new(Kind, Math.Max(Rows, other.Rows), Math.Max(Columns, other.Columns))
            : null;
    }

    public override string ToString() => Kind switch
    {
        ShapeKind.Scalar => "a number",
        ShapeKind.Size => "a size",
        ShapeKind.Matrix or _ => $"{Side(Rows)}×{Side(Columns)}",
    };

    internal static bool Fits(int a, int b) => a == b || a == 0 || b == 0;

    private static string Side(int length) => length == 0 ? "?" : length.ToString(CultureInfo.InvariantCulture);
}
