using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Structures;

namespace RnnGrader.Engine.Worksheets;

/// <summary>
/// Writes a worksheet top to bottom, as on paper. A formula whose shapes do not fit is refused in the line that writes it.
/// </summary>
public sealed class WorksheetWriter
{
    private readonly List<Quantity> quantities = [];
    private readonly Dictionary<string, Name> names = new(StringComparer.Ordinal);
    private readonly Shapes shapes = new();
    private string prompt = "";
    private Difference? asked;

    /// <summary>What has been written so far, for formulas that are read from text.</summary>
    public IReadOnlyDictionary<string, Name> Names => names;

    public void Ask(string sentence) => prompt = sentence;

    /// <summary>A tensor with its numbers.</summary>
    public Name Given(string name, Role role, Tensor value, Domain? domain = null, bool hidden = false) =>
        Add(new() { Name = Next(name), Role = role, Given = value, Domain = domain ?? Domain.Numbers, IsHidden = hidden }, value.Shape);

    /// <summary>A tensor without numbers, of so many rows or of as many as the formulas ask for.</summary>
    public Name Symbol(string name, Role role, Formula? rows = null, bool hidden = false)
    {
        var columns = role is Role.Weight or Role.RecurrentWeight ? 0 : 1;
        return Add(new() { Name = Next(name), Role = role, Rows = rows, IsHidden = hidden, IsSymbolic = true }, Shape.Matrix(Count(rows), columns));
    }

    /// <summary>A tensor computed from those before it.</summary>
    /// <exception cref="ShapeException">The formula's shapes do not fit.</exception>
    public Name Compute(string name, Role role, Formula definition, Formula? rows = null, bool hidden = false) =>
        Define(new() { Name = Next(name), Role = role, Definition = definition, Rows = rows, IsHidden = hidden });

    /// <summary>A tensor computed from those before it, by the student.</summary>
    /// <exception cref="ShapeException">The formula's shapes do not fit.</exception>
    public Name Blank(string name, Role role, Formula definition) =>
        Define(new() { Name = Next(name), Role = role, Definition = definition, IsBlank = true });

    /// <summary>Says which units or cells of a tensor the network has: 1 for present, 0 for absent.</summary>
    public void Mask(Name name, Tensor mask)
    {
        shapes.Refine(name, mask.Shape);
        quantities[name.Slot] = quantities[name.Slot] with { Mask = mask };
    }

    /// <summary>Asks for what one network has and another has not.</summary>
    public void Ask(Difference difference) => asked = difference;

    /// <summary>The worksheet.</summary>
    /// <exception cref="ShapeException">The size of a tensor does not follow from the formulas.</exception>
    public Worksheet Finish()
    {
        // A size may follow from a formula further down: each round that does not finish must learn one.
        while (Unknown() is { } unknown)
        {
            if (!Learn())
            {
                throw new ShapeException(unknown, $"The size of {unknown} does not follow from the formulas.");
            }
        }

        var finished = new Quantity[quantities.Count];
        for (var slot = 0; slot < finished.Length; slot++)
        {
            finished[slot] = quantities[slot].Shape == shapes[slot] ? quantities[slot] : quantities[slot] with { Shape = shapes[slot] };
        }

        return new(prompt, finished, asked);
    }

    /// <summary>Writes a tensor of another worksheet at the same place in this one; its size is inferred anew.</summary>
    internal void Copy(Quantity quantity)
    {
        if (quantity.Definition is not null)
        {
            Define(quantity);
        }
        else if (quantity.Given is not null)
        {
            Add(quantity, quantity.Given.Shape);
        }
        else
        {
            Symbol(quantity.Name.Text, quantity.Role, quantity.Rows, quantity.IsHidden);
        }
    }

    private Name? Unknown()
    {
        foreach (var quantity in quantities)
        {
            if (!shapes[quantity.Name.Slot].IsKnown)
            {
                return quantity.Name;
            }
        }

        return null;
    }

    private bool Learn()
    {
        var before = shapes.KnownSides;
        foreach (var (name, definition) in quantities.Where(quantity => quantity.Definition is not null).Select(quantity => (quantity.Name, quantity.Definition!)))
        {
            shapes.Refine(name, definition.Infer(shapes, shapes[name.Slot]));
        }

        return shapes.KnownSides > before;
    }

    private Name Define(Quantity quantity)
    {
        var definition = quantity.Definition!;
        var expected = quantity.Rows is null ? Shape.Unknown : Shape.Vector(Count(quantity.Rows));
        var shape = definition.Infer(shapes, expected);
        var both = expected.And(shape) ?? throw new ShapeException(definition, $"{quantity.Name} = {definition} is {shape}, but {expected} is needed.");
        return Add(quantity with { IsSymbolic = LacksNumbers(definition) }, both);
    }

    private Name Next(string name) => new(name, quantities.Count);

    private Name Add(Quantity quantity, Shape shape)
    {
        if (!names.TryAdd(quantity.Name.Text, quantity.Name))
        {
            throw new ArgumentException($"There are two tensors named {quantity.Name}.", nameof(quantity));
        }

        shapes.Add(shape);
        quantities.Add(quantity);
        return quantity.Name;
    }

    // A size needs no numbers, so what it is the size of is not looked into.
    private bool LacksNumbers(Formula formula) => formula switch
    {
        SizeOf or ParameterCount => false,
        Name name => quantities[name.Slot].IsSymbolic,
        _ => formula.Operands.Any(LacksNumbers),
    };

    private int Count(Formula? rows)
    {
        if (rows is null)
        {
            return 0;
        }

        var count = rows.Evaluate(new Valuation(quantities))[0];
        return count is { IsInteger: true, Numerator: >= 1 and <= int.MaxValue }
            ? (int)count.Numerator
            : throw new ShapeException(rows, $"{rows} is {count}, which can't be a number of rows.");
    }
}
