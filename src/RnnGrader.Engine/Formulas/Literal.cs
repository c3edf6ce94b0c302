using System.Text;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Formulas;

/// <summary>A number in a formula, never negative: a sign belongs to the sum it stands in, so that <c>-2·b</c> is read as it is printed.</summary>
public sealed class Literal : Formula
{
    private readonly Tensor value;

    internal Literal(Number number) => value = Tensor.Scalar(number);

    public Number Value => value[0];

    public override IReadOnlyList<Formula> Operands => [];

    /// <summary>The number; a negative one as minus its opposite.</summary>
    public static Formula Of(Number number) => number.IsNegative ? -new Literal(-number) : new Literal(number);

    public override Formula Over(IReadOnlyList<Formula> operands) => this;

    public override Shape Infer(Shapes shapes, Shape expected) => Shape.Scalar;

    public override Tensor Evaluate(Valuation values) => value;

    internal override void Print(StringBuilder text) => text.Append(Value.ToString());
}
