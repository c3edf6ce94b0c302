using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>The size of another layer's tensor of the same kind.</summary>
internal sealed class WrongLayer() : Slip("wrong-layer")
{
    public override string Advice => "Look at which two layers this tensor connects.";

    public override string Question => "Which two layers does this tensor connect?";

    // Which layer it is would tell that layer's size.
    public override string Deed(Scene scene) => $"for another layer, not for {scene.Variant?.Subject}";

    internal override IEnumerable<SlipVariant> In(Situation situation) => situation.Definition is not SizeOf size
        ? []
        : from other in situation.Quantities
          where other is { IsSymbolic: true, IsHidden: false } && other.Name.Slot != size.Tensor.Slot
          where Kind(other.Role) == Kind(situation.Of(size.Tensor).Role) && other.Shape != situation.Of(size.Tensor).Shape
          select new SlipVariant(this, Words.Size(other.Name), size.Tensor, other.Name);

    private static Role Kind(Role role) => role switch
    {
        Role.RecurrentWeight => Role.Weight,
        Role.Output or Role.State => Role.Input,
        _ => role,
    };
}
