using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Structures;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Layout;

/// <summary>Places what no weights read or give: tables on top, vectors side by side in the order of the work, a single number below the vector before it.</summary>
internal sealed class StripLayout(Worksheet sheet, Blocks blocks, HashSet<int> placed)
{
    private const double Gap = 16;

    public void Place(double top)
    {
        var rest = sheet.Quantities.Where(quantity => !quantity.IsHidden && !placed.Contains(quantity.Name.Slot)).ToArray();
        var y = top;
        foreach (var table in rest.Where(quantity => quantity.Role == Role.Table))
        {
            y += Blocks.NameRoom;
            blocks.Plain(table, 0, y);
            y += blocks.Height(table) + 10;
        }

        var (x, below) = (0.0, y);
        foreach (var quantity in rest.Where(quantity => Network.IsLayer(quantity) || (quantity is { Shape.IsScalar: true, Role: not (Role.Units or Role.Size) })).OrderBy(FirstNeeded).ThenBy(quantity => quantity.Definition is null ? 0 : 1))
        {
            var width = Math.Max(Blocks.Cell, Rendering.Script.Width(quantity.Name.Text, Blocks.NameSize));
            if (quantity.Shape.IsScalar)
            {
                blocks.Plain(quantity, x - Gap - ((width + Blocks.Cell) / 2), below + Blocks.NameRoom + 4);
                continue;
            }

            blocks.Plain(quantity, x + ((width - Blocks.Cell) / 2), y + Blocks.NameRoom);
            below = y + Blocks.NameRoom + blocks.Height(quantity);
            x += width + Gap;
        }
    }

    // A given stands right before what first reads it.
    private double FirstNeeded(Quantity quantity) => quantity.Definition is not null
        ? quantity.Name.Slot
        : sheet.Quantities.FirstOrDefault(reader => reader.Definition is not null && reader.Definition.Everything().OfType<Name>().Any(name => name.Slot == quantity.Name.Slot))?.Name.Slot - 0.5 ?? quantity.Name.Slot;
}
