using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Structures;

/// <summary>
/// The units and links of a worksheet, read off its tensors and products: every vector is a layer, and every present cell of a weight matrix
/// in a product a link. An absent cell, or a cell of an absent unit, is no link; a zero weight is one.
/// </summary>
public sealed class Network
{
    private readonly Worksheet sheet;

    public Network(Worksheet sheet)
    {
        this.sheet = sheet;
        Layers = [.. sheet.Quantities.Where(IsLayer).Select(ToLayer)];
        Links = [.. from quantity in sheet.Quantities
                    where quantity.Definition is not null && IsLayer(quantity)
                    from product in quantity.Definition!.Everything().OfType<Product>()
                    where product is { Left: Name, Right: Name }
                    from link in ToLinks(quantity, sheet.Quantities[((Name)product.Left).Slot], sheet.Quantities[((Name)product.Right).Slot])
                    select link];
    }

    /// <summary>The vectors with the units they have, in the order of the worksheet.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    public IReadOnlyList<Link> Links { get; }

    /// <summary>A vector that holds units, and not parameters or something to look up.</summary>
    public static bool IsLayer(Quantity quantity) =>
        quantity is { Shape: { Kind: ShapeKind.Matrix, Columns: 1 }, Role: Role.Input or Role.State or Role.Output or Role.Logits or Role.Exponential or Role.Probability or Role.Target or Role.Gradient };

    private static string Unit(Name vector, int row) => FormattableString.Invariant($"{vector}[{row}]");

    private static bool IsPresent(Quantity quantity, int row, int column = 0) => quantity.Mask is null || !quantity.Mask[row, column].IsZero;

    private static IEnumerable<Link> ToLinks(Quantity target, Quantity matrix, Quantity source) =>
        from row in Enumerable.Range(0, matrix.Shape.Rows)
        from column in Enumerable.Range(0, matrix.Shape.Columns)
        where IsPresent(matrix, row, column) && IsPresent(target, row) && IsPresent(source, column)
        select new Link(Unit(source.Name, column), Unit(target.Name, row), matrix.Name.Text, row, column);

    private Layer ToLayer(Quantity vector)
    {
        var bias = vector.Definition?.Everything().OfType<Name>().Select(name => sheet.Quantities[name.Slot]).FirstOrDefault(quantity => quantity.Role == Role.Bias);
        var rows = Enumerable.Range(0, vector.Shape.Rows).Where(row => IsPresent(vector, row)).ToArray();
        return new(
            vector.Name.Text,
            [.. rows.Select(row => Unit(vector.Name, row))],
            bias is null ? new Dictionary<string, string>() : rows.ToDictionary(row => Unit(vector.Name, row), row => Unit(bias.Name, row)));
    }
}
