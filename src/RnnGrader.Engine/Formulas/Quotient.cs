using System.Text;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Formulas;

/// <summary>Every cell divided by a scalar: <c>exp_z / sum</c>.</summary>
public sealed class Quotient(Formula dividend, Formula divisor) : Formula
{
    public Formula Dividend { get; } = dividend;

    public Formula Divisor { get; } = divisor;

    public override IReadOnlyList<Formula> Operands => [Dividend, Divisor];

    internal override Precedence Precedence => Precedence.Product;

    public override Formula Over(IReadOnlyList<Formula> operands) => new Quotient(operands[0], operands[1]);

    public override Shape Infer(Shapes shapes, Shape expected)
    {
        var divisor = Divisor.Infer(shapes, Shape.Unknown);
        return divisor.IsScalar
            ? Dividend.Infer(shapes, expected)
            : throw new ShapeException(this, $"In '{this}', {Shapes.Describe(Divisor, divisor)}: only a number can divide.");
    }

    public override Tensor Evaluate(Valuation values)
    {
        var divisor = Divisor.Evaluate(values)[0];
        return Dividend.Evaluate(values).Map(cell => cell / divisor);
    }

    public override void Terms(Valuation values, int row, int column, bool negative, ICollection<Term> terms) =>
        terms.Add(new(negative, TermKind.Quotient, Dividend.Evaluate(values)[row, column], Divisor.Evaluate(values)[0], this));

    internal override void Print(StringBuilder text)
    {
        PrintWithin(text, Dividend, Precedence.Product);
        text.Append(" / ");
        PrintWithin(text, Divisor, Precedence.Atom);
    }
}
