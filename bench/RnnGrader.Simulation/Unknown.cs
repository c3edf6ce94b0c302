using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Simulation;

/// <summary>Slips that the library does not have, made throughout a blank: whatever is said about them is a false accusation.</summary>
internal static class Unknown
{
    public static IEnumerable<(string Name, Func<Quantity, Valuation, Tensor, Tensor?> Make)> All { get; } =
    [
        ("|x| in place of ReLU", (blank, values, right) => blank.Definition is Activation { Kind: ActivationKind.ReLU } relu ? relu.Operand.Evaluate(values).Map(Magnitude) : null),
        ("ReLU of each product", (blank, values, right) => blank.Definition is Activation { Kind: ActivationKind.ReLU } ? ByCell(blank, values, terms => Outer(blank, AddUp(terms, term => term is { Kind: TermKind.Product, Value.IsNegative: true } ? 0 : term.Value))) : null),
        ("bias added twice", (blank, values, right) => blank.Definition is Activation or Engine.Formulas.Sum ? ByCell(blank, values, terms => Outer(blank, AddUp(terms, term => term.Kind == TermKind.Value ? term.Value + term.Value : term.Value))) : null),
        ("inputs upside down", (blank, values, right) => blank.Definition is Activation or Engine.Formulas.Sum ? UpsideDown(blank, values) : null),
        ("weights summed without inputs", (blank, values, right) => blank.Definition is Activation or Engine.Formulas.Sum && blank.Definition.Everything().Any(part => part is Product) ? ByCell(blank, values, terms => Outer(blank, AddUp(terms, term => term.Kind == TermKind.Product ? term.Left : term.Value))) : null),
        ("negative weights read as positive", (blank, values, right) => blank.Definition is Activation or Engine.Formulas.Sum ? ByCell(blank, values, terms => Outer(blank, AddUp(terms, term => Magnitude(term.Value)))) : null),
        ("average of the products in place of their sum", (blank, values, right) => blank.Definition is Activation or Engine.Formulas.Sum && blank.Definition.Everything().Any(part => part is Product) ? ByCell(blank, values, terms => Outer(blank, AddUp(terms, term => term.Kind == TermKind.Product ? term.Value / Math.Max(1, terms.Count(other => other is { Kind: TermKind.Product, IsZero: false })) : term.Value))) : null),
        ("doubled", (blank, values, right) => blank.Shape.IsMatrix ? right.Map(cell => cell + cell) : null),
        ("one more", (blank, values, right) => right.Map(cell => cell + 1)),
        ("rows and columns added", (blank, values, right) => blank.Shape.Kind == ShapeKind.Size ? Tensor.Of(Shape.Size, right[0] + right[1], 1) : null),
        ("bias as one more column", (blank, values, right) => blank.Shape.Kind == ShapeKind.Size && right[1] != 1 ? Tensor.Of(Shape.Size, right[0], right[1] + 1) : null),
        ("divided by the number of classes", (blank, values, right) => blank.Definition is Rounding { Operand: Quotient quotient } ? quotient.Dividend.Evaluate(values).Map(cell => (cell / blank.Shape.Rows).Round(2)) : null),
    ];

    private static Number Magnitude(Number number) => number.IsNegative ? -number : number;

    private static Number Outer(Quantity blank, Number sum) => blank.Definition is Activation activation ? Activation.Apply(activation.Kind, sum) : sum;

    private static Number AddUp(List<Term> terms, Func<Term, Number> of) => terms.Aggregate(Number.Zero, (sum, term) => sum + of(term));

    private static Tensor UpsideDown(Quantity blank, Valuation values) => ByCell(blank, values, terms =>
    {
        var sum = Number.Zero;
        foreach (var part in terms.GroupBy(term => term.Origin))
        {
            var own = part.ToArray();
            for (var i = 0; i < own.Length; i++)
            {
                var product = own[i].Left * own[^(i + 1)].Right;
                sum += own[i].Negative ? -product : product;
            }
        }

        return Outer(blank, sum);
    });

    private static Tensor ByCell(Quantity blank, Valuation values, Func<List<Term>, Number> of)
    {
        var cells = new Number[blank.Shape.Cells];
        for (var i = 0; i < cells.Length; i++)
        {
            var terms = new List<Term>();
            blank.Definition!.Core.Terms(values, i / blank.Shape.Columns, i % blank.Shape.Columns, false, terms);
            cells[i] = of(terms);
        }

        return Tensor.Of(blank.Shape, cells);
    }
}
