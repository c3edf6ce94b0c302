using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Slips.Rewritten;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>A bias was written as a row.</summary>
internal sealed class BiasAsRow() : Slip("bias-as-row")
{
    public override bool IsCommon => true;

    public override string Advice => "Vectors are columns: n × 1, not 1 × n.";

    public override string Question => "Is a bias a row or a column here?";

    public override string Deed(Scene scene) => $"when {scene.Variant?.Subject} is written as a row";

    internal override IEnumerable<SlipVariant> In(Situation situation) => situation.Definition is SizeOf size && situation.Of(size.Tensor).Role == Role.Bias
        ? [new(this, new Altered(size, $"row({size})", RowsAndColumnsSwapped.Swapped), size.Tensor)]
        : [];
}
