using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Slips.Rewritten;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>The target was taken for that of another class.</summary>
internal sealed class WrongClass() : Slip("wrong-class")
{
    public override bool IsOfAPart => true;

    public override string Advice => "Look at which class of the target has the 1.";

    public override string Question => "Which class has the 1 in the target?";

    public override string Deed(Scene scene) => $"when the 1 of {scene.Variant?.Subject} is moved to another class";

    internal override IEnumerable<SlipVariant> In(Situation situation)
    {
        for (var i = 0; i < situation.Parts.Count; i++)
        {
            if (situation.Is(situation.Parts[i].Formula, Role.Target) && situation.Parts[i].Formula is Name target)
            {
                for (var by = 1; by < situation.Of(target).Shape.Rows; by++)
                {
                    yield return new(this, situation.With(i, new ShiftedRows(target, by, situation.Of(target).Shape.Rows)), target);
                }
            }
        }
    }
}
