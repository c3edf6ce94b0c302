using System.Text;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Formulas;

/// <summary>A vector of so many cells that is 1 at a zero-based index and 0 elsewhere: <c>onehot(target, 9)</c>. No value where the index is not one of them.</summary>
public sealed class OneHot(Formula index, int length) : Formula
{
    public const string Word = "onehot";

    public const int MostCells = 1000;

    public Formula Index { get; } = index;

    public int Length { get; } = length is >= 1 and <= MostCells
        ? length
        : throw new ArgumentOutOfRangeException(nameof(length), length, $"A one-hot vector has 1..{MostCells} cells.");

    public override IReadOnlyList<Formula> Operands => [Index];

    public override Formula Over(IReadOnlyList<Formula> operands) => new OneHot(operands[0], Length);

    public override Shape Infer(Shapes shapes, Shape expected)
    {
        var index = Index.Infer(shapes, Shape.Unknown);
        return index.IsScalar
            ? Shape.Vector(Length)
            : throw new ShapeException(this, $"In '{this}', {Shapes.Describe(Index, index)}: an index is a number.");
    }

    public override Tensor Evaluate(Valuation values)
    {
        var index = Index.Evaluate(values)[0];
        var inside = index.IsInteger && index >= 0 && index < Length;
        var cells = new Number[Length];
        for (var i = 0; i < Length; i++)
        {
            cells[i] = !inside ? Number.NoValue : index == i ? Number.One : Number.Zero;
        }

        return Tensor.Own(Shape.Vector(Length), cells);
    }

    internal override void Print(StringBuilder text) => PrintCall(text, Word, Index, Length);
}
