using System.Text;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Rewritten;

/// <summary>A value that a student misread: a matrix turned, a size the other way round. It stands in rewritten formulas alone and is never read back.</summary>
internal sealed class Altered(Formula operand, string text, Func<Tensor, Tensor> change) : Formula
{
    public override IReadOnlyList<Formula> Operands => [operand];

    public override Formula Over(IReadOnlyList<Formula> operands) => new Altered(operands[0], text, change);

    public override Shape Infer(Shapes shapes, Shape expected) => operand.Infer(shapes, expected);

    public override Tensor Evaluate(Valuation values) => change(operand.Evaluate(values));

    internal override void Print(StringBuilder builder) => builder.Append(text);
}
