using RnnGrader.Engine.Formulas;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>The exponentials were not divided by their sum.</summary>
internal sealed class NotNormalised() : Slip("not-normalised")
{
    public override bool IsCommon => true;

    public override string Advice => "Divide by the sum, so that the probabilities add up to 1.";

    public override string Question => "Do your probabilities add up to 1?";

    public override string Deed(Scene scene) => $"when {scene.Variant?.Formula} is not divided by {scene.Variant?.Subject}";

    internal override IEnumerable<SlipVariant> In(Situation situation) => situation.Definition.Core is Quotient quotient
        ? [new(this, quotient.Dividend, quotient.Divisor)]
        : [];
}
