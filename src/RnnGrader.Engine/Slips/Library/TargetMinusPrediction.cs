using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>The difference was taken the wrong way round.</summary>
internal sealed class TargetMinusPrediction() : Slip("target-minus-prediction")
{
    public override bool IsCommon => true;

    public override bool IsOfAPart => true;

    public override string Advice => "The gradient is the prediction minus the target.";

    public override string Question => "Which one is subtracted from which?";

    public override string Deed(Scene scene) => "when the prediction is subtracted from the target";

    internal override IEnumerable<SlipVariant> In(Situation situation) => situation.Parts.Count > 1 && situation.Parts.Any(part => situation.Is(part.Formula, Role.Target))
        ? [new(this, situation.WithParts([.. situation.Parts.Select(part => part with { Negative = !part.Negative })]))]
        : [];
}
