using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;

namespace RnnGrader.Engine.Worksheets;

/// <summary>The values of a worksheet's tensors, by slot: the reference's, or those that follow from a student's own.</summary>
public sealed class Valuation
{
    private readonly IReadOnlyList<Quantity> quantities;
    private readonly Tensor?[] values;
    private readonly Tensor?[] parts = [];

    internal Valuation(IReadOnlyList<Quantity> quantities)
    {
        this.quantities = quantities;
        values = new Tensor?[quantities.Count];
        for (var slot = 0; slot < values.Length; slot++)
        {
            values[slot] = quantities[slot].Given;
        }
    }

    private Valuation(Valuation other, int parts)
    {
        (quantities, values) = (other.quantities, other.values);
        this.parts = new Tensor?[parts];
    }

    /// <summary>The values of no worksheet: enough for arithmetic without names.</summary>
    public static Valuation Empty { get; } = new([]);

    /// <exception cref="InvalidOperationException">The tensor has no value: it is known by its shape alone, or comes later.</exception>
    public Tensor this[int slot] => values[slot] ?? throw new InvalidOperationException($"{quantities[slot].Name.Text} has no value yet.");

    public Shape ShapeOf(int slot) => quantities[slot].Shape;

    /// <summary>Computes a tensor from those before it; what it computes is not kept unless it is <see cref="Put"/>.</summary>
    public Tensor Compute(Quantity quantity) => quantity.Definition!.Evaluate(this);

    public void Put(Quantity quantity, Tensor value) => values[quantity.Name.Slot] = value;

    /// <summary>The same values, which must not change any more, with room to keep what many rewritten formulas have in common.</summary>
    internal Valuation Remembering(int count) => new(this, count);

    internal Tensor Part(int index, Formula formula) => index < parts.Length ? parts[index] ??= formula.Evaluate(this) : formula.Evaluate(this);
}
