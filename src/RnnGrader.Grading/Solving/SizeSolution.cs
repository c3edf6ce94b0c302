using System.Globalization;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Solving;

/// <summary>How the size of a tensor follows from the formula in which it stands.</summary>
internal static class SizeSolution
{
    public static SolvedBlank Of(Worksheet sheet, Blank blank, Name tensor, Tensor size)
    {
        var value = CellValue.Of(size[0], size[1]);
        var words = $"{Rule(sheet, tensor)} So {tensor} is {size[0]} × {size[1]}.";
        return new(blank.Name, blank.Kind, $"{blank.Name} = {SizeOf.Word}({tensor})", null, words, [[value]], null, [new(0, 0, value, [$"{size[0]} × {size[1]}"], words)]);
    }

    /// <summary>1: where the tensor stands; 2: what its rows and columns are; 3: the same with what is known of the vectors, sizes that are asked for left out.</summary>
    public static string Hint(Worksheet sheet, Name tensor, int level) => level switch
    {
        1 => Where(sheet, tensor) is var (owner, _) && owner is not null ? $"{tensor} stands in {owner.Name} = {owner.Definition}." : $"{tensor} is a vector, a column.",
        2 => Rule(sheet, tensor),
        _ => Where(sheet, tensor) is var (owner, reads) && owner is not null
            ? $"Its rows are those of {owner.Name}{Known(sheet, owner.Name)}, its columns {(reads is null ? "1, as a bias is a column" : $"the rows of {reads}{Known(sheet, reads)}")}."
            : $"Count its units{Known(sheet, tensor)}; a column has 1 column.",
    };

    private static string Rule(Worksheet sheet, Name tensor) => Where(sheet, tensor) switch
    {
        ({ } owner, { } reads) => $"{tensor} leads from {reads} to {owner.Name}: it has as many rows as {owner.Name}, and as many columns as {reads} has rows.",
        ({ } owner, null) => $"{tensor} is added to make {owner.Name}: it has as many rows as {owner.Name}, and one column.",
        _ => $"{tensor} is a vector, a column: it has as many rows as units, and one column.",
    };

    // The vector that the tensor helps to compute, and the one it is multiplied with; neither for a vector of units.
    private static (Quantity? Owner, Name? Reads) Where(Worksheet sheet, Name tensor)
    {
        foreach (var quantity in sheet.Quantities.Where(quantity => quantity is { Definition: not null, IsBlank: false } && !IsLayer(sheet, tensor)))
        {
            foreach (var part in quantity.Definition!.Everything())
            {
                if (part is Product { Left: Name left, Right: Name right } && left.Slot == tensor.Slot)
                {
                    return (quantity, right);
                }

                if (part is Sum sum && sum.Parts.Any(term => term.Formula is Name name && name.Slot == tensor.Slot))
                {
                    return (quantity, null);
                }
            }
        }

        return (null, null);
    }

    private static bool IsLayer(Worksheet sheet, Name tensor) => Engine.Structures.Network.IsLayer(sheet.Quantities[tensor.Slot]);

    // Its number of rows where the worksheet itself says it, as a visible given.
    private static string Known(Worksheet sheet, Name vector) => sheet.Quantities[vector.Slot].Rows is { } rows
        && rows.Everything().OfType<Name>().All(name => !sheet.Quantities[name.Slot].IsHidden)
            ? string.Create(CultureInfo.InvariantCulture, $" ({rows})")
            : "";
}
