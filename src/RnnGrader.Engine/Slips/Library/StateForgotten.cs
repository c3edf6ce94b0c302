using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>The recurrent term was left out.</summary>
internal sealed class StateForgotten() : Slip("state-forgotten")
{
    public override bool IsCommon => true;

    public override bool IsOfAPart => true;

    public override string Advice => "Add what comes from the state before.";

    public override string Question => "Did you add what comes from the state before?";

    public override string Deed(Scene scene) => $"without the state before, {scene.Variant?.Subject}";

    internal override IEnumerable<SlipVariant> In(Situation situation)
    {
        for (var i = 0; i < situation.Parts.Count; i++)
        {
            if (situation.Parts.Any(part => situation.IsProductOf(part.Formula, Role.Weight)) && situation.IsProductOf(situation.Parts[i].Formula, Role.RecurrentWeight))
            {
                yield return new(this, situation.Without(i), situation.Parts[i].Formula);
            }
        }
    }
}
