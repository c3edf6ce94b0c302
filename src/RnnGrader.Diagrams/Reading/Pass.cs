using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Structures;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Diagrams.Reading;

/// <summary>One vector computed from weighted vectors and a bias: a row of blocks in the matrix form, a layer with its links in the graph.</summary>
internal sealed record Pass(Quantity Result, IReadOnlyList<WeightedRead> Reads, Quantity? Bias)
{
    /// <summary>The passes of a worksheet, in its order; what is hidden is left out.</summary>
    public static IReadOnlyList<Pass> Of(Worksheet sheet) =>
    [
        .. from quantity in sheet.Quantities
           where quantity is { Definition: not null, IsHidden: false } && Network.IsLayer(quantity)
           let pass = new Pass(quantity, [.. ReadsOf(quantity, sheet)], BiasOf(quantity, sheet))
           where pass.Reads.Count > 0
           select pass,
    ];

    private static IEnumerable<WeightedRead> ReadsOf(Quantity quantity, Worksheet sheet) =>
        from product in quantity.Definition!.Everything().OfType<Product>()
        where product is { Left: Name, Right: Name }
        let weights = sheet.Quantities[((Name)product.Left).Slot]
        where weights.Role is Role.Weight or Role.RecurrentWeight
        select new WeightedRead(weights, sheet.Quantities[((Name)product.Right).Slot]);

    private static Quantity? BiasOf(Quantity quantity, Worksheet sheet) =>
        quantity.Definition!.Everything().OfType<Name>().Select(name => sheet.Quantities[name.Slot]).FirstOrDefault(part => part.Role == Role.Bias);
}
