using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>The state of another time step was taken.</summary>
internal sealed class StateStale() : Slip("state-stale")
{
    public override string Advice => "Look at which time step the formula asks for.";

    public override string Question => "Which time step's state did you take?";

    public override string Deed(Scene scene) => $"with the state {scene.Variant?.Instead} in place of {scene.Variant?.Subject}";

    internal override IEnumerable<SlipVariant> In(Situation situation)
    {
        for (var i = 0; i < situation.Parts.Count; i++)
        {
            if (situation.IsProductOf(situation.Parts[i].Formula, Role.Weight, Role.RecurrentWeight)
                && situation.Parts[i].Formula is Product { Right: Name state } product && situation.Is(state, Role.State))
            {
                foreach (var other in situation.OtherSteps(state))
                {
                    // With a state of zeros it is the same as no state at all.
                    yield return new(this, situation.With(i, product.Left * other), state, other, NotZero: other);
                }
            }
        }
    }
}
