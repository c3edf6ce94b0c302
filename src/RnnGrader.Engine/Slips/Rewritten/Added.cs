using System.Text;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Rewritten;

/// <summary>A matrix times a vector as it comes out when every weight that is not zero is added to its input in place of multiplied.</summary>
internal sealed class Added(Formula left, Formula right) : Formula
{
    public override IReadOnlyList<Formula> Operands => [left, right];

    public override Formula Over(IReadOnlyList<Formula> operands) => new Added(operands[0], operands[1]);

    public override Shape Infer(Shapes shapes, Shape expected) => (left * right).Infer(shapes, expected);

    public override Tensor Evaluate(Valuation values)
    {
        var weights = left.Evaluate(values);
        var inputs = right.Evaluate(values);
        var cells = new Number[weights.Rows];
        for (var row = 0; row < weights.Rows; row++)
        {
            for (var k = 0; k < weights.Columns; k++)
            {
                cells[row] += weights[row, k].IsZero ? 0 : weights[row, k] + inputs[k];
            }
        }

        return Tensor.Own(Shape.Vector(weights.Rows), cells);
    }

    public override void Terms(Valuation values, int row, int column, bool negative, ICollection<Term> terms)
    {
        var weights = left.Evaluate(values);
        var inputs = right.Evaluate(values);
        for (var k = 0; k < weights.Columns; k++)
        {
            if (!weights[row, k].IsZero)
            {
                terms.Add(new(negative, TermKind.Value, weights[row, k], Number.One, this));
                terms.Add(new(negative, TermKind.Value, inputs[k], Number.One, this));
            }
        }
    }

    internal override void Print(StringBuilder text)
    {
        PrintWithin(text, left, Precedence.Product);
        text.Append(" ⊕ ");
        PrintWithin(text, right, Precedence.Atom);
    }
}
