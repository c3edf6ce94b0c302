using RnnGrader.Diagrams.Marks;
using RnnGrader.Engine.Structures;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Layout;

/// <summary>Gives marks the ids of components: in a structural exercise those that it lists and no others.</summary>
internal sealed class Naming(Worksheet sheet)
{
    private readonly Dictionary<string, Component>? listed = sheet.Difference?.Components.ToDictionary(component => component.Id, StringComparer.Ordinal);

    public bool IsStructural => listed is not null;

    public static string Cell(Quantity quantity, int row) => FormattableString.Invariant($"{quantity.Name}[{row}]");

    public static string Cell(Quantity quantity, int row, int column) => FormattableString.Invariant($"{quantity.Name}[{row},{column}]");

    public T Name<T>(T mark, string id, string title)
        where T : Mark
    {
        if (listed is null)
        {
            return mark with { Id = id, Title = title };
        }

        return listed.TryGetValue(id, out var component) ? mark with { Id = id, Title = component.Label } : mark;
    }
}
