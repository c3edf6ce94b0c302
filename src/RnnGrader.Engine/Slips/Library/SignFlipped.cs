using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>One term, or the whole bias, was taken with the wrong sign.</summary>
internal sealed class SignFlipped() : Slip("sign-flipped")
{
    public override bool IsOfATerm => true;

    public override string Advice => "Look at the sign of each term.";

    public override string Question => "Did you look at the sign of each term?";

    public override string Deed(Scene scene) => scene.Term is { } term ? $"when {term} is taken with the wrong sign" : $"when {scene.Variant?.Subject} is taken with the wrong sign";

    internal override IEnumerable<SlipVariant> In(Situation situation)
    {
        for (var i = 0; i < situation.Parts.Count; i++)
        {
            if (situation.Parts.Count > 1 && situation.Is(situation.Parts[i].Formula, Role.Bias))
            {
                yield return new(this, situation.WithParts([.. situation.Parts.Select((part, j) => i == j ? part with { Negative = !part.Negative } : part)]), situation.Parts[i].Formula);
            }
        }
    }

    public override IReadOnlyList<Term> Typed(Term term) => [term with { Negative = !term.Negative }];

    public override Number? InTerm(Term term) => term.IsZero ? null : -(term.Value + term.Value);
}
