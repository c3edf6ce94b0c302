using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips;

/// <summary>What two worksheets that differ in their numbers alone have in common: names, roles, shapes and formulas.</summary>
internal sealed class WorksheetForm(IReadOnlyList<Quantity> quantities) : IEquatable<WorksheetForm>
{
    private readonly IReadOnlyList<Quantity> quantities = quantities;

    public bool Equals(WorksheetForm? other)
    {
        if (other is null || quantities.Count != other.quantities.Count)
        {
            return false;
        }

        for (var i = 0; i < quantities.Count; i++)
        {
            if (!Same(quantities[i], other.quantities[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as WorksheetForm);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var quantity in quantities)
        {
            hash.Add(quantity.Shape);
            hash.Add(quantity.Role);
            hash.Add(quantity.Name.Text);
        }

        return hash.ToHashCode();
    }

    private static bool Same(Quantity a, Quantity b) =>
        a.Role == b.Role && a.Shape == b.Shape && a.IsBlank == b.IsBlank && a.IsHidden == b.IsHidden && a.IsSymbolic == b.IsSymbolic
        && a.Name.Text == b.Name.Text && (a.Definition, b.Definition) switch
        {
            (null, null) => true,
            ({ } x, { } y) => Same(x, y),
            _ => false,
        };

    // Names are compared by their slots: the quantities in those slots are compared beside.
    private static bool Same(Formula a, Formula b) => (a, b) switch
    {
        (Name x, Name y) => x.Slot == y.Slot,
        (Product x, Product y) => Same(x.Left, y.Left) && Same(x.Right, y.Right),
        (Sum x, Sum y) => Same(x, y),
        (Activation x, Activation y) => x.Kind == y.Kind && Same(x.Operand, y.Operand),
        _ => a.GetType() == b.GetType() && a.ToString() == b.ToString(),
    };

    private static bool Same(Sum a, Sum b)
    {
        if (a.Parts.Count != b.Parts.Count)
        {
            return false;
        }

        for (var i = 0; i < a.Parts.Count; i++)
        {
            if (a.Parts[i].Negative != b.Parts[i].Negative || !Same(a.Parts[i].Formula, b.Parts[i].Formula))
            {
                return false;
            }
        }

        return true;
    }
}
