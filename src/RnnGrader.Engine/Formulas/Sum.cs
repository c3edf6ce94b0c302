using System.Text;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Formulas;

/// <summary>Any number of signed terms of one shape: <c>W_hx · x_1 + W_hh · h_0 − b_h</c>. No term is itself a sum.</summary>
public sealed class Sum : Formula
{
    private readonly SignedTerm[] parts;

    private Sum(SignedTerm[] parts) => this.parts = parts;

    public IReadOnlyList<SignedTerm> Parts => parts;

    public override IReadOnlyList<Formula> Operands => Array.ConvertAll(parts, part => part.Formula);

    internal override Precedence Precedence => Precedence.Sum;

    /// <summary>The sum of these terms: sums among them are opened, and one positive term alone is that term.</summary>
    public static Formula Of(IReadOnlyList<SignedTerm> terms)
    {
        var flat = new List<SignedTerm>(terms.Count + 2);
        foreach (var (negative, formula) in terms)
        {
            if (formula is Sum inner)
            {
                foreach (var part in inner.parts)
                {
                    flat.Add(part with { Negative = part.Negative ^ negative });
                }
            }
            else
            {
                flat.Add(new(negative, formula));
            }
        }

        return flat is [{ Negative: false } alone] ? alone.Formula : new Sum([.. flat]);
    }

    public override Formula Over(IReadOnlyList<Formula> operands) =>
        Of([.. parts.Select((part, i) => part with { Formula = operands[i] })]);

    public override Shape Infer(Shapes shapes, Shape expected)
    {
        var shape = Together(shapes, expected, null);
        return shape.IsKnown ? Together(shapes, shape, shape) : shape;
    }

    public override Tensor Evaluate(Valuation values)
    {
        var first = parts[0].Formula.Evaluate(values);
        var cells = first.Cells.ToArray();
        if (parts[0].Negative)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = -cells[i];
            }
        }

        foreach (var (negative, formula) in parts.AsSpan(1))
        {
            var more = formula.Evaluate(values).Cells;
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = negative ? cells[i] - more[i] : cells[i] + more[i];
            }
        }

        return Tensor.Own(first.Shape, cells);
    }

    public override void Terms(Valuation values, int row, int column, bool negative, ICollection<Term> terms)
    {
        foreach (var part in parts)
        {
            part.Formula.Terms(values, row, column, negative ^ part.Negative, terms);
        }
    }

    internal override void Print(StringBuilder text)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            text.Append((i, parts[i].Negative) switch
            {
                (0, false) => "",
                (0, true) => "−",
                (_, false) => " + ",
                (_, true) => " − ",
            });
            PrintWithin(text, parts[i].Formula, Precedence.Product);
        }
    }

    private Shape Together(Shapes shapes, Shape shape, Shape? known)
    {
        foreach (var part in parts)
        {
            var own = part.Formula.Infer(shapes, known ?? Shape.Unknown);
            shape = shape.And(own) ?? throw new ShapeException(this, $"In '{this}', {Shapes.Describe(part.Formula, own)} cannot be added to {shape}.");
        }

        return shape;
    }
}
