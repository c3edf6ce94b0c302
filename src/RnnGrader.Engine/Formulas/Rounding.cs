using System.Text;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Formulas;

/// <summary>Every cell to so many decimal places: <c>round(exp_z / sum, 2)</c>. The one place where a student's number may differ from the reference's.</summary>
public sealed class Rounding(Formula operand, int places) : Formula
{
    public const string Word = "round";

    public const int MostPlaces = 15;

    public Formula Operand { get; } = operand;

    public int Places { get; } = places is >= 0 and <= MostPlaces
        ? places
        : throw new ArgumentOutOfRangeException(nameof(places), places, $"Rounding goes to 0..{MostPlaces} places.");

    public override IReadOnlyList<Formula> Operands => [Operand];

    public override Formula Core => Operand.Core;

    public override Formula Over(IReadOnlyList<Formula> operands) => new Rounding(operands[0], Places);

    public override Shape Infer(Shapes shapes, Shape expected) => Operand.Infer(shapes, expected);

    public override Tensor Evaluate(Valuation values) => Operand.Evaluate(values).Map(cell => cell.Round(Places));

    internal override void Print(StringBuilder text) => PrintCall(text, Word, Operand, Places);
}
