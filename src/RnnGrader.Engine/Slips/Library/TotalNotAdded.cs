using RnnGrader.Engine.Formulas;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>All parameters were counted, not those that were added.</summary>
internal sealed class TotalNotAdded() : Slip("total-not-added")
{
    public override bool IsCommon => true;

    public override string Advice => "Subtract the number of parameters from before.";

    public override string Question => "Did you subtract the parameters from before?";

    public override string Deed(Scene scene) => "when all parameters are counted, those from before too";

    internal override IEnumerable<SlipVariant> In(Situation situation) =>
        situation.Parts.All(part => part.Formula is ParameterCount) && situation.Parts.Any(part => part.Negative)
            ? [new(this, situation.WithParts([.. situation.Parts.Where(part => !part.Negative)]))]
            : [];
}
