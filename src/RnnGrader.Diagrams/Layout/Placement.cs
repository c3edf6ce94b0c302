using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Layout;

/// <summary>Where the layers of a graph stand: the first unit of each, how far each next one is to its right, and its name.</summary>
internal sealed class Placement(double radius)
{
    private readonly Dictionary<int, (double X, double Y, double Lean, double NameX, double NameY)> places = [];

    public double Radius { get; } = radius;

    /// <summary>From one unit to the one below it.</summary>
    public double Pitch => (2 * Radius) + (Radius < 12 ? 8 : 20);

    public void Put(Quantity layer, double x, double y, double lean, double nameX, double nameY) => places[layer.Name.Slot] = (x, y, lean, nameX, nameY);

    public (double X, double Y) Unit(Quantity layer, int row)
    {
        var (x, y, lean, _, _) = places[layer.Name.Slot];
        return (x + (row * lean), y + (row * Pitch));
    }

    public (double X, double Y) Name(Quantity layer) => (places[layer.Name.Slot].NameX, places[layer.Name.Slot].NameY);

    /// <summary>Whether straight links miss the units beside their ends.</summary>
    public bool IsLeaning(Quantity layer) => places[layer.Name.Slot].Lean > 0;

    public double Height(Quantity layer) => (2 * Radius) + ((layer.Shape.Rows - 1) * Pitch);

    public Box Of(Quantity layer)
    {
        var (x, y) = Unit(layer, 0);
        return new(x - Radius, y - Radius, x + Radius, y - Radius + Height(layer));
    }
}
