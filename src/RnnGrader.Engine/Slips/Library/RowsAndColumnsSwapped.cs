using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips.Rewritten;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>A size was written columns × rows.</summary>
internal sealed class RowsAndColumnsSwapped() : Slip("rows-and-columns-swapped")
{
    public override bool IsCommon => true;

    public override string Advice => "A size is rows × columns: a row for each unit it leads to, a column for each it comes from.";

    public override string Question => "Which of the two are the rows?";

    public override string Deed(Scene scene) => $"when the rows and columns of {scene.Variant?.Subject} are swapped";

    internal override IEnumerable<SlipVariant> In(Situation situation) => situation.Definition is SizeOf size
        ? [new(this, new Altered(size, $"swapped({size})", Swapped), size.Tensor, IsLenient: situation.Of(size.Tensor).Role == Role.Bias)]
        : [];

    internal static Tensor Swapped(Tensor size) => Tensor.Own(size.Shape, [size[1], size[0]]);
}
