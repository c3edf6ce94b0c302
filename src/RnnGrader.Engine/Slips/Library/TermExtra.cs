using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips.Rewritten;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>A product by 0 was counted as if it were by 1, in one cell or throughout a matrix.</summary>
internal sealed class TermExtra() : Slip("term-extra")
{
    public override bool IsOfATerm => true;

    public override string Advice => "A product by 0 is 0: it adds nothing.";

    public override string Question => "Did you count a product by 0?";

    public override string Deed(Scene scene) => scene.Term is { } term ? $"when {term} is counted as {Scene.Text(term.Left.IsZero ? term.Right : term.Left)}" : $"when each 0 in {scene.Variant?.Subject} is counted as a 1";

    internal override IEnumerable<SlipVariant> In(Situation situation)
    {
        for (var i = 0; i < situation.Parts.Count; i++)
        {
            if (situation.IsProductOf(situation.Parts[i].Formula, Role.Weight, Role.RecurrentWeight) && situation.Parts[i].Formula is Product { Left: Name matrix, Right: var right })
            {
                var full = new Altered(matrix, $"{matrix} with 1 for 0", tensor => tensor.Map(cell => cell.IsZero ? Number.One : cell));
                yield return new(this, situation.With(i, full * right), matrix);
            }
        }
    }

    public override Number? InTerm(Term term)
    {
        if (term is not { Kind: TermKind.Product, IsZero: true } || (term.Left.IsZero && term.Right.IsZero))
        {
            return null;
        }

        var other = term.Left.IsZero ? term.Right : term.Left;
        return term.Negative ? -other : other;
    }
}
