using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>The bias was left out.</summary>
internal sealed class BiasForgotten() : Slip("bias-forgotten")
{
    public override bool IsCommon => true;

    public override bool IsOfAPart => true;

    public override string Advice => "Add the bias to the products.";

    public override string Question => "Did you add the bias?";

    public override string Deed(Scene scene) => $"without the bias {scene.Cell(scene.Variant?.Subject)}";

    internal override IEnumerable<SlipVariant> In(Situation situation)
    {
        for (var i = 0; i < situation.Parts.Count; i++)
        {
            if (situation.Parts.Count > 1 && situation.Is(situation.Parts[i].Formula, Role.Bias))
            {
                yield return new(this, situation.Without(i), situation.Parts[i].Formula);
            }
        }
    }
}
