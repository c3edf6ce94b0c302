using System.Text;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Formulas;

/// <summary>A tensor of the worksheet, by its name: <c>W_hx</c>.</summary>
public sealed class Name(string text, int slot) : Formula
{
    public string Text { get; } = text;

    /// <summary>The tensor's place in the worksheet.</summary>
    public int Slot { get; } = slot;

    public override IReadOnlyList<Formula> Operands => [];

    public override Formula Over(IReadOnlyList<Formula> operands) => this;

    public override Shape Infer(Shapes shapes, Shape expected) => shapes.Refine(this, expected);

    public override Tensor Evaluate(Valuation values) => values[Slot];

    public override void Terms(Valuation values, int row, int column, bool negative, ICollection<Term> terms) =>
        terms.Add(new(negative, TermKind.Value, values[Slot][row, column], Number.One, this));

    internal override void Print(StringBuilder text) => text.Append(Text);
}
