namespace RnnGrader.Engine.Numbers;

/// <summary>Cells of exact numbers in row-major order; never changes.</summary>
public sealed class Tensor
{
    private readonly Number[] cells;

    private Tensor(Shape shape, Number[] cells)
    {
        Shape = shape;
        this.cells = cells;
    }

    public Shape Shape { get; }

    public int Rows => Shape.Rows;

    public int Columns => Shape.Columns;

    public ReadOnlySpan<Number> Cells => cells;

    public Number this[int row, int column] => cells[(row * Shape.Columns) + column];

    public Number this[int cell] => cells[cell];

    /// <summary>A tensor of these cells, row by row.</summary>
    /// <exception cref="ArgumentException">The number of cells is not that of the shape.</exception>
    public static Tensor Of(Shape shape, params ReadOnlySpan<Number> cells) => Own(shape, cells.ToArray());

    public static Tensor Scalar(Number value) => new(Shape.Scalar, [value]);

    public static Tensor Vector(params ReadOnlySpan<Number> cells) => Of(Shape.Vector(cells.Length), cells);

    /// <summary>A vector of zeros.</summary>
    public static Tensor Zero(int rows) => new(Shape.Vector(rows), new Number[rows]);

    public static Tensor Size(Shape shape) => new(Shape.Size, [shape.Rows, shape.Columns]);

    /// <summary>The same cells under a function.</summary>
    public Tensor Map(Func<Number, Number> function)
    {
        var mapped = new Number[cells.Length];
        for (var i = 0; i < mapped.Length; i++)
        {
            mapped[i] = function(cells[i]);
        }

        return new(Shape, mapped);
    }

    public bool SameAs(Tensor other) => Shape == other.Shape && Cells.SequenceEqual(other.Cells);

    public override string ToString() => $"[{string.Join("; ", Enumerable.Range(0, Rows).Select(row => string.Join(' ', Enumerable.Range(0, Columns).Select(column => this[row, column]))))}]";

    /// <summary>Takes the array over without a copy: whoever made it must not write to it again.</summary>
    internal static Tensor Own(Shape shape, Number[] cells) => cells.Length == shape.Cells
        ? new(shape, cells)
        : throw new ArgumentException($"A tensor of {shape} has {shape.Cells} cells, not {cells.Length}.", nameof(cells));
}
