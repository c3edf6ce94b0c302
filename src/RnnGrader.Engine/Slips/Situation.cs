using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips;

/// <summary>A blank's formula as slips look at it: the terms of its core sum, and what their names are for.</summary>
internal sealed class Situation(IReadOnlyList<Quantity> quantities, Quantity blank)
{
    public IReadOnlyList<Quantity> Quantities { get; } = quantities;

    public Quantity Blank { get; } = blank;

    public Formula Definition { get; } = blank.Definition!;

    /// <summary>The terms of the sum that is worked out before any activation.</summary>
    public IReadOnlyList<SignedTerm> Parts { get; } = blank.Definition!.Core is Sum sum ? sum.Parts : [new(false, blank.Definition.Core)];

    public Quantity Of(Name name) => Quantities[name.Slot];

    public bool Is(Formula formula, params ReadOnlySpan<Role> roles) => formula is Name name && roles.Contains(Of(name).Role);

    /// <summary>Whether the formula is a product whose first factor is a matrix of one of these roles.</summary>
    public bool IsProductOf(Formula formula, params ReadOnlySpan<Role> roles) => formula is Product { Left: Name left } && roles.Contains(Of(left).Role);

    /// <summary>The blank's formula without one term.</summary>
    public Formula Without(int part) => WithParts([.. Parts.Where((_, i) => i != part)]);

    /// <summary>The blank's formula with one term replaced.</summary>
    public Formula With(int part, Formula formula) => WithParts([.. Parts.Select((term, i) => i == part ? term with { Formula = formula } : term)]);

    /// <summary>The blank's formula over another sum.</summary>
    public Formula WithParts(IReadOnlyList<SignedTerm> parts) => Around(Definition, Sum.Of(parts));

    /// <summary>The steps of the same recurrence that come before this blank, the tensor itself left out.</summary>
    public IEnumerable<Name> OtherSteps(Name state)
    {
        var chain = new HashSet<int> { state.Slot };
        // The formulas run forward in time, so that one pass back and one forth find the whole recurrence.
        for (var i = Quantities.Count - 1; i >= 0; i--)
        {
            if (chain.Contains(i) && StateBefore(Quantities[i]) is { } before)
            {
                chain.Add(before.Slot);
            }
        }

        for (var i = 0; i < Blank.Name.Slot; i++)
        {
            if (StateBefore(Quantities[i]) is { } before && chain.Contains(before.Slot))
            {
                chain.Add(i);
            }
        }

        return from slot in chain
               where slot != state.Slot && slot < Blank.Name.Slot && Quantities[slot].Shape == Of(state).Shape && !Quantities[slot].IsSymbolic
               orderby slot
               select Quantities[slot].Name;
    }

    private static Formula Around(Formula definition, Formula core) => definition is Activation or Rounding
        ? definition.Over([Around(definition.Operands[0], core)])
        : core;

    private Name? StateBefore(Quantity quantity)
    {
        foreach (var part in quantity.Definition?.Everything() ?? [])
        {
            if (IsProductOf(part, Role.RecurrentWeight) && part is Product { Right: Name state })
            {
                return state;
            }
        }

        return null;
    }
}
