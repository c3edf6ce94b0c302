using RnnGrader.Engine.Formulas;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>Parameters were counted once for each time step.</summary>
internal sealed class CountedPerStep() : Slip("counted-per-step")
{
    public override bool IsCommon => true;

    public override string Advice => "All time steps share the same parameters: count them once.";

    public override string Question => "Did you count the same parameters more than once?";

    public override string Deed(Scene scene) => "when the parameters are counted once for each time step";

    internal override IEnumerable<SlipVariant> In(Situation situation) => situation.Parts.Any(part => part.Formula is ParameterCount)
        ? [new(this, Literal.Of(2) * situation.Definition), new(this, Literal.Of(3) * situation.Definition)]
        : [];
}
