using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips.Rewritten;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>A weight was added to its input in place of multiplied.</summary>
internal sealed class AddedNotMultiplied() : Slip("added-not-multiplied")
{
    public override bool OftenClips => true;

    public override bool IsOfATerm => true;

    public override string Advice => "Multiply each weight by its input, then add the products.";

    public override string Question => "Did you multiply each weight by its input?";

    public override string Deed(Scene scene) => scene.Term is { } term ? $"when {Scene.Text(term.Left)} and {Scene.Text(term.Right)} are added in place of multiplied" : $"when the numbers of {scene.Variant?.Subject} are added in place of multiplied";

    internal override IEnumerable<SlipVariant> In(Situation situation)
    {
        var all = situation.Parts.ToArray();
        var count = 0;
        for (var i = 0; i < situation.Parts.Count; i++)
        {
            if (situation.IsProductOf(situation.Parts[i].Formula, Role.Weight, Role.RecurrentWeight) && situation.Parts[i].Formula is Product product)
            {
                all[i] = all[i] with { Formula = new Added(product.Left, product.Right) };
                count++;
                yield return new(this, situation.With(i, all[i].Formula), product);
            }
        }

        if (count > 1)
        {
            yield return new(this, situation.WithParts(all), new Altered(Literal.Of(0), "each product", tensor => tensor));
        }
    }

    public override IReadOnlyList<Term> Typed(Term term) =>
        [term with { Kind = TermKind.Value, Right = Number.One }, term with { Kind = TermKind.Value, Left = term.Right, Right = Number.One }];

    public override Number? InTerm(Term term)
    {
        if (term is not { Kind: TermKind.Product, IsZero: false })
        {
            return null;
        }

        var sum = term.Left + term.Right;
        return (term.Negative ? -sum : sum) - term.Value;
    }
}
