using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>ReLU was applied where there is none.</summary>
internal sealed class ActivationEverywhere() : Slip("activation-everywhere")
{
    public override bool IsCommon => true;

    public override bool LeavesTerms => true;

    public override string Advice => "This formula has no ReLU: a negative value stays as it is.";

    public override string Question => "Does this formula have a ReLU?";

    public override string Deed(Scene scene) => $"when ReLU is applied to {scene.Blank.Name} too";

    internal override IEnumerable<SlipVariant> In(Situation situation) =>
        situation.Definition is not Activation
        && situation.Parts.Any(part => situation.IsProductOf(part.Formula, Role.Weight, Role.RecurrentWeight))
        && situation.Quantities.Any(quantity => quantity.Definition is Activation { Kind: ActivationKind.ReLU })
            ? [new(this, Words.ReLU(situation.Definition))]
            : [];
}
