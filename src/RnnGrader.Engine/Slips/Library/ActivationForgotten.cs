using RnnGrader.Engine.Formulas;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>The activation was left out, so that a negative value was kept.</summary>
internal sealed class ActivationForgotten() : Slip("activation-forgotten")
{
    public override bool IsCommon => true;

    public override bool LeavesTerms => true;

    public override string Advice => "One step is left: apply the activation to this sum.";

    public override string Question => "Did you apply the activation?";

    public override string Deed(Scene scene) => $"before {Word(scene)} is applied";

    internal override IEnumerable<SlipVariant> In(Situation situation) => situation.Definition is Activation { Kind: not ActivationKind.Exp } activation
        ? [new(this, activation.Operand, activation)]
        : [];

    private static string Word(Scene scene) => scene.Variant?.Subject is Activation activation ? activation.Word : Activation.WordOf(ActivationKind.ReLU);
}
