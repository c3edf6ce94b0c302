using System.Text;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Formulas;

/// <summary>A function applied cell by cell. The transcendental ones belong inside a <see cref="Rounding"/>, which says to how many places they count.</summary>
public sealed class Activation(ActivationKind kind, Formula operand) : Formula
{
    public ActivationKind Kind { get; } = kind;

    public Formula Operand { get; } = operand;

    public override IReadOnlyList<Formula> Operands => [Operand];

    public override Formula Core => Operand.Core;

    public string Word => WordOf(Kind);

    public static string WordOf(ActivationKind kind) => kind switch
    {
        ActivationKind.ReLU => "ReLU",
        ActivationKind.Tanh => "tanh",
        ActivationKind.Sigmoid => "sigmoid",
        ActivationKind.Exp or _ => "exp",
    };

    /// <summary>The function at one number.</summary>
    public static Number Apply(ActivationKind kind, Number x) => kind switch
    {
        ActivationKind.ReLU => x.IsNegative ? Number.Zero : x,
        ActivationKind.Tanh => Number.FromDouble(Math.Tanh(x.ToDouble())),
        ActivationKind.Sigmoid => Number.FromDouble(1 / (1 + Math.Exp(-x.ToDouble()))),
        ActivationKind.Exp or _ => Number.FromDouble(Math.Exp(x.ToDouble())),
    };

    public override Formula Over(IReadOnlyList<Formula> operands) => new Activation(Kind, operands[0]);

    public override Shape Infer(Shapes shapes, Shape expected) => Operand.Infer(shapes, expected);

    public override Tensor Evaluate(Valuation values)
    {
        var operand = Operand.Evaluate(values);
        var cells = new Number[operand.Cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Apply(Kind, operand[i]);
        }

        return Tensor.Own(operand.Shape, cells);
    }

    internal override void Print(StringBuilder text) => PrintCall(text, Word, Operand);
}
