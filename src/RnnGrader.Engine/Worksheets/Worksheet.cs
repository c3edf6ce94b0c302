using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Structures;

namespace RnnGrader.Engine.Worksheets;

/// <summary>
/// An exercise with its numbers drawn: named tensors, each given, or computed by a formula from those before it, some of them blanks for the
/// student to fill in. Answers, sizes, carried errors, slips, solutions and drawings are all read off it. Never changes.
/// </summary>
public sealed class Worksheet
{
    private readonly Lazy<Valuation> reference;

    internal Worksheet(string prompt, IReadOnlyList<Quantity> quantities, Difference? difference = null)
    {
        Prompt = prompt;
        Quantities = quantities;
        Difference = difference;
        reference = new(() => Evaluate());
    }

    /// <summary>What the student is asked to do.</summary>
    public string Prompt { get; }

    /// <summary>Every tensor, in the order in which they can be computed; a tensor's slot is its index here.</summary>
    public IReadOnlyList<Quantity> Quantities { get; }

    public IReadOnlyList<Blank> Blanks => field ??= [.. Quantities.Where(quantity => quantity.IsBlank).Select(BlankOf), .. Difference is null ? Array.Empty<Blank>() : [new(Difference.Blank, Difference.Kind, 0, 0)]];

    /// <summary>What a structural exercise asks for; null for the others.</summary>
    public Difference? Difference { get; }

    /// <summary>What can be pointed at in a structural exercise; and the units of a network that are to be counted.</summary>
    public IEnumerable<Component> Components =>
        Difference is not null ? Difference.Components
        : Quantities.Any(quantity => quantity is { Role: Role.Units, IsHidden: true }) ? new Network(this).Layers.SelectMany(layer => layer.Units).Select(unit => new Component(unit, ComponentKind.Node, $"unit {unit}"))
        : [];

    public IEnumerable<Quantity> VisibleGivens => Quantities.Where(quantity => quantity is { Given: not null, IsHidden: false });

    /// <summary>The network's formulas, <c>h_1 = ReLU(…)</c>. Those about sizes are left out: they would be the answers.</summary>
    public IEnumerable<string> PrintedFormulas =>
        from quantity in Difference is null ? Quantities : Difference.Networks[Difference.MatrixForm].Quantities
        where quantity is { Definition: not null, IsHidden: false } && !IsAboutShapes(quantity.Definition)
        select $"{quantity.Name} = {quantity.Definition}";

    /// <summary>The values that the formulas give: the right answers.</summary>
    public Valuation Reference => reference.Value;

    public Quantity? Find(string name) => Quantities.FirstOrDefault(quantity => quantity.Name.Text == name);

    /// <summary>A valuation with the givens in it and nothing computed yet.</summary>
    public Valuation Start() => new(Quantities);

    /// <summary>Every value, with some of the tensors replaced, whatever their formulas say.</summary>
    public Valuation Evaluate(IReadOnlyDictionary<string, Tensor>? replaced = null)
    {
        var values = Start();
        foreach (var quantity in Quantities)
        {
            if (replaced is not null && replaced.TryGetValue(quantity.Name.Text, out var replacement))
            {
                values.Put(quantity, replacement);
            }
            else if (quantity is { Definition: not null, IsSymbolic: false })
            {
                values.Put(quantity, values.Compute(quantity));
            }
        }

        return values;
    }

    /// <summary>The same formulas over other numbers, of other sizes where they fit together.</summary>
    /// <exception cref="ShapeException">They do not fit.</exception>
    public Worksheet Over(IReadOnlyDictionary<string, Tensor> givens)
    {
        var writer = new WorksheetWriter();
        writer.Ask(Prompt);
        foreach (var quantity in Quantities)
        {
            writer.Copy(givens.TryGetValue(quantity.Name.Text, out var given) ? quantity with { Given = given } : quantity);
        }

        return writer.Finish();
    }

    private static bool IsAboutShapes(Formula formula) => formula.Everything().Any(part => part is SizeOf or ParameterCount);

    private static Blank BlankOf(Quantity quantity) => quantity.Shape.Kind switch
    {
        ShapeKind.Scalar => new(quantity.Name.Text, BlankKind.Number, 1, 1),
        ShapeKind.Size => new(quantity.Name.Text, BlankKind.Size, 1, 1),
        ShapeKind.Matrix or _ => new(quantity.Name.Text, BlankKind.Numbers, quantity.Shape.Rows, quantity.Shape.Columns),
    };
}
