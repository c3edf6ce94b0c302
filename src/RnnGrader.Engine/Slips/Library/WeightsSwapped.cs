using RnnGrader.Engine.Formulas;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>One matrix was taken where another of the same size belongs.</summary>
internal sealed class WeightsSwapped() : Slip("weights-swapped")
{
    public override bool OftenClips => true;

    public override string Advice => "Look at which matrix goes with which vector.";

    public override string Question => "Which matrix goes with which vector?";

    public override string Deed(Scene scene) => $"with {scene.Variant?.Instead} where {scene.Variant?.Subject} belongs";

    internal override IEnumerable<SlipVariant> In(Situation situation)
    {
        for (var i = 0; i < situation.Parts.Count; i++)
        {
            for (var j = i + 1; j < situation.Parts.Count; j++)
            {
                if (situation.Parts[i].Formula is Product { Left: Name a } first && situation.Parts[j].Formula is Product { Left: Name b } second
                    && a.Slot != b.Slot && situation.Of(a).Shape == situation.Of(b).Shape)
                {
                    var swapped = situation.Parts.ToArray();
                    swapped[i] = swapped[i] with { Formula = b * first.Right };
                    swapped[j] = swapped[j] with { Formula = a * second.Right };
                    yield return new(this, situation.WithParts(swapped), a, b);
                    yield return new(this, situation.With(i, b * first.Right), a, b);
                    yield return new(this, situation.With(j, a * second.Right), b, a);
                }
            }
        }
    }
}
