using System.Globalization;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips.Rewritten;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>One product of a row was left out, in one cell or the same one in each.</summary>
internal sealed class TermMissing() : Slip("term-missing")
{
    public override bool IsOfATerm => true;

    public override string Advice => "Go along the whole row: each weight that is not 0 gives a product.";

    public override string Question => "Did you go along the whole row?";

    public override string Deed(Scene scene) => scene.Term is { } term ? $"without the product {term}" : $"without the products by {scene.Variant?.Instead}";

    internal override IEnumerable<SlipVariant> In(Situation situation)
    {
        for (var i = 0; i < situation.Parts.Count; i++)
        {
            if (situation.Parts[i].Formula is Product { Left: Name matrix, Right: Name vector } product && situation.Of(vector).Shape is { IsMatrix: true, Columns: 1, Rows: > 1 } shape)
            {
                for (var k = 0; k < shape.Rows; k++)
                {
                    var (text, left) = (string.Create(CultureInfo.InvariantCulture, $"{vector}[{k}]"), k);
                    var without = new Altered(vector, $"{vector} without {text}", tensor => Without(tensor, left));
                    yield return new(this, situation.With(i, matrix * without), product, new Altered(vector, text, tensor => tensor));
                }
            }
        }
    }

    public override IReadOnlyList<Term> Typed(Term term) => [];

    public override Number? InTerm(Term term) => term is { Kind: TermKind.Product, IsZero: false } || (term is { Kind: TermKind.Value, IsZero: false } && term.Origin is Total) ? -term.Value : null;

    private static Tensor Without(Tensor vector, int row)
    {
        var cells = vector.Cells.ToArray();
        cells[row] = Number.Zero;
        return Tensor.Own(vector.Shape, cells);
    }
}
