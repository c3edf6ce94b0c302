using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>What comes from the layer below was left out, beside a recurrent term.</summary>
internal sealed class InputForgotten() : Slip("input-forgotten")
{
    public override bool IsCommon => true;

    public override bool IsOfAPart => true;

    public override string Advice => "Add what comes from the input.";

    public override string Question => "Did you add what comes from the input?";

    public override string Deed(Scene scene) => $"without the input, {scene.Variant?.Subject}";

    internal override IEnumerable<SlipVariant> In(Situation situation)
    {
        for (var i = 0; i < situation.Parts.Count; i++)
        {
            if (situation.Parts.Any(part => situation.IsProductOf(part.Formula, Role.RecurrentWeight)) && situation.IsProductOf(situation.Parts[i].Formula, Role.Weight))
            {
                yield return new(this, situation.Without(i), situation.Parts[i].Formula);
            }
        }
    }
}
