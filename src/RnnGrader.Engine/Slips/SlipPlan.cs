using RnnGrader.Engine.Slips.Rewritten;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips;

/// <summary>Every way to slip throughout a blank, in all worksheets of one shape: the formulas are rewritten once for all of them.</summary>
public sealed class SlipPlan
{
    private readonly SlipVariant[]?[] byslot;
    private readonly int parts;

    internal SlipPlan(IReadOnlyList<Quantity> quantities)
    {
        var sharing = new Sharing();
        byslot = new SlipVariant[]?[quantities.Count];
        foreach (var quantity in quantities)
        {
            if (quantity is { IsBlank: true, Definition: not null, IsSymbolic: false })
            {
                var situation = new Situation(quantities, quantity);
                byslot[quantity.Name.Slot] = [.. SlipLibrary.All.SelectMany(slip => slip.In(situation)).Select(variant => variant with { Formula = sharing.Of(variant.Formula) })];
            }
        }

        parts = sharing.Count;
    }

    /// <summary>The plan for worksheets like this one.</summary>
    public static SlipPlan Of(Worksheet sheet) => SlipPlans.For(sheet);

    /// <summary>The ways to slip in a blank; none in what is no blank.</summary>
    public IReadOnlyList<SlipVariant> Of(Quantity blank) => byslot[blank.Name.Slot] ?? [];

    /// <summary>These values, in which what the rewritten formulas have in common is worked out once. They must not change any more.</summary>
    public Valuation Over(Valuation values) => values.Remembering(parts);
}
