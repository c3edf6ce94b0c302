using RnnGrader.Engine.Formulas;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>The size from before the network grew.</summary>
internal sealed class OldSize() : Slip("old-size")
{
    public override bool IsCommon => true;

    public override string Advice => "The hidden state has grown: every parameter that touches it grows with it.";

    public override string Question => "Does this parameter touch the state that has grown?";

    public override string Deed(Scene scene) => $"when {scene.Variant?.Subject} keeps its old size";

    internal override IEnumerable<SlipVariant> In(Situation situation) => situation.Definition is SizeOf size && Before(situation, size.Tensor) is { } old
        ? [new(this, Words.Size(old), size.Tensor)]
        : [];

    // The network before is hidden and written like the one after it: what comes at the same place with the same role is the same tensor.
    private static Name? Before(Situation situation, Name tensor)
    {
        var now = situation.Quantities.Where(quantity => quantity is { IsSymbolic: true, IsHidden: false } && quantity.Role == situation.Of(tensor).Role).ToList();
        var before = situation.Quantities.Where(quantity => quantity is { IsSymbolic: true, IsHidden: true } && quantity.Role == situation.Of(tensor).Role).ToList();
        return before.Count == now.Count ? before[now.FindIndex(quantity => quantity.Name.Slot == tensor.Slot)].Name : null;
    }
}
