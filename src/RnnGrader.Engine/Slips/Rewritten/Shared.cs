using System.Text;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Rewritten;

/// <summary>A part that many rewritten formulas have in common, worked out once where the valuation remembers it.</summary>
internal sealed class Shared(Formula whole, int index) : Formula
{
    public override IReadOnlyList<Formula> Operands => [whole];

    public override Formula Core => whole.Core;

    internal override Precedence Precedence => whole.Precedence;

    public override Formula Over(IReadOnlyList<Formula> operands) => new Shared(operands[0], index);

    public override Shape Infer(Shapes shapes, Shape expected) => whole.Infer(shapes, expected);

    public override Tensor Evaluate(Valuation values) => values.Part(index, whole);

    public override void Terms(Valuation values, int row, int column, bool negative, ICollection<Term> terms) => whole.Terms(values, row, column, negative, terms);

    internal override void Print(StringBuilder text) => whole.Print(text);
}
