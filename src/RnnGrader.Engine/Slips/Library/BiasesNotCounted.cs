using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>The biases were left out of a count of parameters.</summary>
internal sealed class BiasesNotCounted() : Slip("biases-not-counted")
{
    public override bool IsCommon => true;

    public override string Advice => "Biases are parameters too.";

    public override string Question => "Did you count the biases?";

    public override string Deed(Scene scene) => "when the biases are not counted";

    internal override IEnumerable<SlipVariant> In(Situation situation)
    {
        var parts = situation.Parts.Select(part => part.Formula is ParameterCount count ? part with { Formula = Unbiased(situation, count) } : part).ToArray();
        if (situation.Parts.Any(part => part.Formula is ParameterCount))
        {
            yield return new(this, situation.WithParts(parts));
        }
    }

    private static Formula Unbiased(Situation situation, ParameterCount count) =>
        Words.Parameters([.. count.Tensors.Where(tensor => situation.Of(tensor) is { Role: not Role.Bias } quantity && !(quantity.Definition is SizeOf size && situation.Of(size.Tensor).Role == Role.Bias))]);
}
