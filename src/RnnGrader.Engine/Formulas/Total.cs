using System.Text;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Formulas;

/// <summary>The sum of all cells, a scalar: <c>total(exp_z)</c>.</summary>
public sealed class Total(Formula operand) : Formula
{
    public const string Word = "total";

    public Formula Operand { get; } = operand;

    public override IReadOnlyList<Formula> Operands => [Operand];

    public override Formula Over(IReadOnlyList<Formula> operands) => new Total(operands[0]);

    public override Shape Infer(Shapes shapes, Shape expected)
    {
        Operand.Infer(shapes, Shape.Unknown);
        return Shape.Scalar;
    }

    public override Tensor Evaluate(Valuation values)
    {
        var sum = Number.Zero;
        foreach (var cell in Operand.Evaluate(values).Cells)
        {
            sum += cell;
        }

        return Tensor.Scalar(sum);
    }

    public override void Terms(Valuation values, int row, int column, bool negative, ICollection<Term> terms)
    {
        foreach (var cell in Operand.Evaluate(values).Cells)
        {
            terms.Add(new(negative, TermKind.Value, cell, Number.One, this));
        }
    }

    internal override void Print(StringBuilder text) => PrintCall(text, Word, Operand);
}
