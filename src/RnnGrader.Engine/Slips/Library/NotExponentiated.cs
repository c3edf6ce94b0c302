using RnnGrader.Engine.Formulas;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>The logits were taken without their exponentials.</summary>
internal sealed class NotExponentiated() : Slip("not-exponentiated")
{
    public override bool IsCommon => true;

    public override string Advice => "Look e^x up in the table first.";

    public override string Question => "Did you look e^x up in the table?";

    public override string Deed(Scene scene) => "when the numbers are taken as they are, without e^x";

    internal override IEnumerable<SlipVariant> In(Situation situation)
    {
        if (Plain(situation.Definition) is { } plain)
        {
            yield return new(this, plain);
        }
        else if (situation.Definition is Total { Operand: Name exponentials } && situation.Of(exponentials).Definition is { } definition && Plain(definition) is { } logits)
        {
            yield return new(this, Words.Total(logits));
        }
    }

    private static Formula? Plain(Formula formula) => formula switch
    {
        Lookup lookup => lookup.Operand,
        Rounding { Operand: Activation { Kind: ActivationKind.Exp } exp } => exp.Operand,
        Activation { Kind: ActivationKind.Exp } exp => exp.Operand,
        _ => null,
    };
}
