using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;

namespace RnnGrader.Engine.Worksheets;

/// <summary>The shapes of a worksheet's tensors while they are being inferred, by slot.</summary>
public sealed class Shapes
{
    private readonly List<Shape> shapes = [];

    public Shape this[int slot] => shapes[slot];

    /// <summary>How many rows and columns are known.</summary>
    internal int KnownSides => shapes.Sum(shape => Math.Sign(shape.Rows) + Math.Sign(shape.Columns));

    /// <summary>What was known of the tensor and what is expected of it, together; remembered.</summary>
    /// <exception cref="ShapeException">They contradict each other.</exception>
    public Shape Refine(Name name, Shape expected)
    {
        var known = shapes[name.Slot];
        return shapes[name.Slot] = known.And(expected)
            ?? throw new ShapeException(name, $"{name.Text} is {known}, but {expected} is needed.");
    }

    internal static string Describe(Formula formula, Shape shape) => $"{formula} is {shape}";

    internal void Add(Shape shape) => shapes.Add(shape);
}
