using System.Text;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Formulas;

/// <summary>
/// The number of cells of all these tensors together: <c>parameters(W_hx, b_h)</c>. A size that was worked out before counts as the tensor it is
/// the size of, so that a wrong size is carried into the count.
/// </summary>
public sealed class ParameterCount(IReadOnlyList<Name> tensors) : Formula
{
    public const string Word = "parameters";

    public IReadOnlyList<Name> Tensors { get; } = tensors;

    public override IReadOnlyList<Formula> Operands => Tensors;

    public override Formula Over(IReadOnlyList<Formula> operands) => new ParameterCount([.. operands.Cast<Name>()]);

    public override Shape Infer(Shapes shapes, Shape expected)
    {
        foreach (var tensor in Tensors)
        {
            if (tensor.Infer(shapes, Shape.Unknown).IsScalar)
            {
                throw new ShapeException(this, $"In '{this}', {tensor.Text} is a number: only tensors and their sizes have parameters to count.");
            }
        }

        return Shape.Scalar;
    }

    public override Tensor Evaluate(Valuation values)
    {
        var count = Number.Zero;
        foreach (var tensor in Tensors)
        {
            var (rows, columns) = SidesOf(tensor, values);
            count += rows * columns;
        }

        return Tensor.Scalar(count);
    }

    public override void Terms(Valuation values, int row, int column, bool negative, ICollection<Term> terms)
    {
        foreach (var tensor in Tensors)
        {
            var (rows, columns) = SidesOf(tensor, values);
            terms.Add(new(negative, TermKind.Product, rows, columns, tensor));
        }
    }

    internal override void Print(StringBuilder text) => PrintCall(text, Word, [.. Tensors]);

    private static (Number Rows, Number Columns) SidesOf(Name tensor, Valuation values)
    {
        var shape = values.ShapeOf(tensor.Slot);
        return shape.Kind == ShapeKind.Size ? (values[tensor.Slot][0], values[tensor.Slot][1]) : (shape.Rows, shape.Columns);
    }
}
