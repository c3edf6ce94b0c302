using System.Text;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Formulas;

/// <summary>The product cell by cell of two tensors of one shape, <c>a ⊙ b</c>.</summary>
public sealed class ElementwiseProduct(Formula left, Formula right) : Formula
{
    public Formula Left { get; } = left;

    public Formula Right { get; } = right;

    public override IReadOnlyList<Formula> Operands => [Left, Right];

    internal override Precedence Precedence => Precedence.Product;

    public override Formula Over(IReadOnlyList<Formula> operands) => new ElementwiseProduct(operands[0], operands[1]);

    public override Shape Infer(Shapes shapes, Shape expected)
    {
        var left = Left.Infer(shapes, expected);
        var right = Right.Infer(shapes, left);
        var both = left.And(right) ?? throw new ShapeException(this, $"In '{this}', {Shapes.Describe(Left, left)} and {Shapes.Describe(Right, right)}: both must have one shape.");
        return left.IsKnown ? both : Left.Infer(shapes, both);
    }

    public override Tensor Evaluate(Valuation values)
    {
        var left = Left.Evaluate(values);
        var right = Right.Evaluate(values);
        var cells = new Number[left.Cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = left[i] * right[i];
        }

        return Tensor.Own(left.Shape, cells);
    }

    public override void Terms(Valuation values, int row, int column, bool negative, ICollection<Term> terms) =>
        terms.Add(new(negative, TermKind.Product, Left.Evaluate(values)[row, column], Right.Evaluate(values)[row, column], this));

    internal override void Print(StringBuilder text)
    {
        PrintWithin(text, Left, Precedence.Product);
        text.Append(" ⊙ ");
        PrintWithin(text, Right, Precedence.Atom);
    }
}
