using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Reading;

/// <summary>What may be seen of the sizes of a worksheet's tensors.</summary>
internal sealed class Sizes(Worksheet sheet)
{
    /// <summary>Sizes are what is asked for, so blocks of cells must not show them.</summary>
    public bool AreAsked { get; } = sheet.Quantities.Any(quantity => quantity is { IsBlank: true, Definition: not null } && quantity.Definition.Everything().Any(part => part is SizeOf or ParameterCount));

    /// <summary>The given number of rows of a vector, <c>size_h + grow_by = 3 + 1</c>; null where it is not given, or asked for.</summary>
    public string? Given(Quantity vector)
    {
        if (vector.Rows is not { } rows || IsAsked(vector))
        {
            return null;
        }

        var names = rows.Everything().OfType<Name>().Select(name => sheet.Quantities[name.Slot]).ToArray();
        return names.Length == 0 || names.Any(name => name.IsHidden || name.Given is null) ? null
            : $"{string.Join(" + ", names.Select(name => name.Name))} = {string.Join(" + ", names.Select(name => name.Given![0]))}";
    }

    /// <summary>How many of a layer's units were there before it grew.</summary>
    public int Before(Quantity vector) =>
        vector.Rows is Sum sum && sum.Parts[0].Formula is Name name && sheet.Quantities[name.Slot].Given is { } before && before[0].IsInteger
            ? (int)before[0].Numerator
            : vector.Shape.Rows;

    private bool IsAsked(Quantity vector) =>
        sheet.Quantities.Any(quantity => quantity is { IsBlank: true, Definition: SizeOf size } && size.Tensor.Slot == vector.Name.Slot);
}
