using System.Text;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Formulas;

/// <summary>The size, rows × columns, of a tensor, whatever its values: <c>size(W_hx)</c>.</summary>
public sealed class SizeOf(Name tensor) : Formula
{
    public const string Word = "size";

    public Name Tensor { get; } = tensor;

    public override IReadOnlyList<Formula> Operands => [Tensor];

    public override Formula Over(IReadOnlyList<Formula> operands) => new SizeOf((Name)operands[0]);

    public override Shape Infer(Shapes shapes, Shape expected)
    {
        var shape = Tensor.Infer(shapes, Shape.Unknown);
        return shape.IsMatrix
            ? Shape.Size
            : throw new ShapeException(this, $"In '{this}', {Shapes.Describe(Tensor, shape)}: only a matrix or vector has a size.");
    }

    public override Tensor Evaluate(Valuation values) => Numbers.Tensor.Size(values.ShapeOf(Tensor.Slot));

    internal override void Print(StringBuilder text) => PrintCall(text, Word, Tensor);
}
