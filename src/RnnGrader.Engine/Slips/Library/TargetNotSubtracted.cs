using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>The target was not subtracted.</summary>
internal sealed class TargetNotSubtracted() : Slip("target-not-subtracted")
{
    public override bool IsCommon => true;

    public override bool IsOfAPart => true;

    public override string Advice => "Subtract the target, cell by cell.";

    public override string Question => "Did you subtract the target?";

    public override string Deed(Scene scene) => $"without subtracting {scene.Cell(scene.Variant?.Subject)}";

    internal override IEnumerable<SlipVariant> In(Situation situation)
    {
        for (var i = 0; i < situation.Parts.Count; i++)
        {
            if (situation.Parts.Count > 1 && situation.Is(situation.Parts[i].Formula, Role.Target))
            {
                yield return new(this, situation.Without(i), situation.Parts[i].Formula);
            }
        }
    }
}
