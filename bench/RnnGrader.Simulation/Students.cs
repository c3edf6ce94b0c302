using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Simulation;

/// <summary>The students of one worksheet, each graded and tallied.</summary>
internal sealed class Students(string exercise, Worksheet sheet, int seed, Tally tally)
{
    private readonly Random random = new(seed * 7919);
    private readonly SlipPlan plan = SlipPlan.Of(sheet);

    private IEnumerable<Quantity> Blanks => sheet.Quantities.Where(quantity => quantity.IsBlank);

    public void All()
    {
        foreach (var slip in SlipLibrary.All)
        {
            Throughout(slip);
            InOneCell(slip);
        }

        TwoSlips();
        foreach (var (name, make) in Unknown.All)
        {
            foreach (var blank in Blanks)
            {
                Tell("unknown", name, (quantity, values, right) => quantity == blank ? make(quantity, values, right) : null);
            }
        }

        Tell("random", "every cell", (_, _, right) => right.Map(_ => Anything(right)));
        Tell("near miss", "every cell", (_, _, right) => right.Map(Near));
        Tell("near miss", "every other number or so", (_, _, right) => right.Map(cell => random.Next(2) == 0 ? Near(cell) : cell));
        var chosen = Pick(Blanks.ToList());
        var where = random.Next(chosen.Shape.Cells);
        Tell("one random cell", "any number", (quantity, _, right) => quantity == chosen ? Replace(right, where, Anything(right)) : null);
        Tell("one random cell", "near the right one", (quantity, _, right) => quantity == chosen ? Replace(right, where, Near(right[where])) : null);
        Without();
    }

    // In one blank, and in every blank that has it.
    private void Throughout(Slip slip)
    {
        var having = Blanks.Where(blank => Variants(slip, blank).Count > 0).ToList();
        foreach (var blank in having)
        {
            var number = random.Next(100);
            Tell("vector", slip.Name, (quantity, values, _) => quantity == blank ? Made(slip, quantity, values, number) : null, slip.Name);
        }

        if (having.Count > 1)
        {
            var number = random.Next(100);
            Tell("sheet", slip.Name, (quantity, values, _) => Made(slip, quantity, values, number), slip.Name);
        }
    }

    private void InOneCell(Slip slip)
    {
        foreach (var blank in Blanks)
        {
            if (blank.Shape.Kind == ShapeKind.Size)
            {
                continue;
            }

            var cell = random.Next(blank.Shape.Cells);
            var number = random.Next(100);
            var products = random.Next(2) == 0;
            var made = Fill((quantity, values, right) => quantity == blank && Shown(slip, quantity, cell, values, number) is var (terms, last) ? Replace(right, cell, last) : null);
            if (made.Made == 1)
            {
                tally["cell, number", exercise, slip.Name].Add(made.Grade(), 1, slip.Name);
                var working = Fill(
                    (quantity, values, right) => quantity == blank && Shown(slip, quantity, cell, values, number) is var (_, last) ? Replace(right, cell, last) : null,
                    (quantity, at, values) => quantity == blank && at == cell && Shown(slip, quantity, cell, values, number) is var (terms, last) ? Typed(terms, last, products) : null);
                if (blank.Shape.IsMatrix && blank.Definition!.Core is Sum or Product)
                {
                    tally[products ? "cell, working in products" : "cell, working in values", exercise, slip.Name].Add(working.Grade(), 1, slip.Name);
                }
            }
        }
    }

    private void TwoSlips()
    {
        var blanks = Blanks.ToList();
        if (blanks.Count < 2)
        {
            return;
        }

        var made = new Dictionary<Quantity, Slip>();
        foreach (var blank in blanks.OrderBy(_ => random.Next()).Take(2))
        {
            var slips = SlipLibrary.All.Where(slip => Variants(slip, blank).Count > 0 && !made.ContainsValue(slip)).ToList();
            if (slips.Count > 0)
            {
                made[blank] = Pick(slips);
            }
        }

        var number = random.Next(100);
        Tell("two slips", "any two", (quantity, values, _) => made.TryGetValue(quantity, out var slip) ? Made(slip, quantity, values, number) : null, [.. made.Values.Select(slip => slip.Name)]);
    }

    // No mistake: working, more decimals, other ways to write a number.
    private void Without()
    {
        var paper = Fill((_, _, _) => null, (quantity, cell, values) =>
        {
            if (!quantity.Shape.IsMatrix || quantity.Definition!.Core is not (Sum or Product))
            {
                return null;
            }

            var terms = Terms(quantity.Definition.Core, quantity, cell, values);
            return Typed(terms, quantity.Definition.Evaluate(values)[cell], cell % 2 == 0);
        });
        tally["no slip", exercise, "working"].Add(paper.Grade(), paper.Made);
    }

    private void Tell(string kind, string slip, Func<Quantity, Valuation, Tensor, Tensor?> write, params string[] names)
    {
        var paper = Fill(write);
        if (paper.Made == 0)
        {
            return;
        }

        var grade = paper.Grade();
        if (names.Length == 0)
        {
            foreach (var named in grade.Cells.Select(cell => cell.Slip).Where(named => named is not null).Distinct())
            {
                tally["named falsely", exercise, named!].Add(grade, paper.Made);
            }
        }

        tally[kind is "vector" or "sheet" ? $"{kind}, {(paper.Made == 1 ? "one cell" : "two cells or more")}" : kind, exercise, slip].Add(grade, paper.Made, names);
    }

    private Paper Fill(Func<Quantity, Valuation, Tensor, Tensor?> write, Func<Quantity, int, Valuation, string?>? type = null) => new Paper(sheet).Fill(write, type);

    private List<SlipVariant> Variants(Slip slip, Quantity blank) => [.. plan.Of(blank).Where(variant => variant.Slip == slip)];

    private Tensor? Made(Slip slip, Quantity blank, Valuation values, int number)
    {
        var variants = Variants(slip, blank).Where(variant => variant.Applies(values) && !HasBetterName(variant, blank, values)).ToList();
        return variants.Count == 0 ? null : variants[number % variants.Count].Evaluate(values);
    }

    // Who leaves out the only product of a term leaves out the term: where one deed has two names it is tallied under the first.
    private bool HasBetterName(SlipVariant variant, Quantity blank, Valuation values) => plan.Of(blank)
        .TakeWhile(other => other != variant)
        .Any(other => other.Slip != variant.Slip && other.Subject is { } subject && Equals(subject, variant.Subject) && other.Evaluate(values).SameAs(variant.Evaluate(values)));

    private bool HasBetterName(Slip slip, Quantity blank, Term term, List<Term> right) => slip.Name switch
    {
        "term-missing" => right.Count(other => other.Origin == term.Origin && !other.IsZero) == 1 && plan.Of(blank).Any(other => other.Slip.IsOfAPart && $"{other.Subject}" == $"{term.Origin}"),
        "sign-flipped" => right.Count(other => !other.IsZero) == 1 && plan.Of(blank).Any(other => other.Slip.Name == "target-minus-prediction"),
        _ => false,
    };

    // The terms and the value of one cell in which the slip was made.
    private (List<Term> Terms, Number Last)? Shown(Slip slip, Quantity blank, int cell, Valuation values, int number)
    {
        var variants = Variants(slip, blank).Where(variant => variant.Applies(values)).ToList();
        var right = Terms(blank.Definition!.Core, blank, cell, values);
        var inTerms = right.Where(term => slip.InTerm(term) is not null).ToList();
        if (inTerms.Count > 0)
        {
            var term = inTerms[number % inTerms.Count];
            if (HasBetterName(slip, blank, term, right))
            {
                return null;
            }

            right = [.. right.SelectMany(each => each == term ? slip.Typed(each) : [each])];
            return (right, Last(blank.Definition, right.Aggregate(Number.Zero, (sum, each) => sum + each.Value)));
        }

        if (variants.Count == 0)
        {
            return null;
        }

        var variant = variants[number % variants.Count];
        return (Terms(variant.Formula.Core, blank, cell, values), variant.Evaluate(values)[cell]);
    }

    private static List<Term> Terms(Formula formula, Quantity blank, int cell, Valuation values)
    {
        var terms = new List<Term>();
        formula.Terms(values, cell / blank.Shape.Columns, cell % blank.Shape.Columns, false, terms);
        return terms;
    }

    private static Number Last(Formula definition, Number sum) => definition switch
    {
        Activation activation => Activation.Apply(activation.Kind, Last(activation.Operand, sum)),
        Rounding rounding => Last(rounding.Operand, sum).Round(rounding.Places),
        _ => sum,
    };

    private static string Typed(List<Term> terms, Number last, bool products)
    {
        var parts = terms.Where(term => !term.Value.IsZero).Select(term => products && term.Kind == TermKind.Product ? $"{(term.Negative ? "-" : "+")}({term.Left})*({term.Right})" : $"+({term.Value})").ToList();
        var sum = terms.Aggregate(Number.Zero, (total, term) => total + term.Value);
        var text = parts.Count == 0 ? "0" : string.Concat(parts).TrimStart('+');
        return sum == last ? text : $"{text} -> {last}";
    }

    private Number Anything(Tensor like) => like.Shape.Kind switch
    {
        ShapeKind.Size => random.Next(1, 10),
        _ when like.Cells.ToArray().Any(cell => !cell.IsInteger) => ((Number)random.Next(-100, 101)) / 100,
        _ => random.Next(-9, 20),
    };

    private Number Near(Number number) => number.IsInteger
        ? number + (random.Next(2) == 0 ? -1 : 1) * random.Next(1, 3)
        : number + ((Number)((random.Next(2) == 0 ? -1 : 1) * random.Next(1, 3)) / 100);

    private static Tensor Replace(Tensor tensor, int cell, Number value)
    {
        var cells = tensor.Cells.ToArray();
        cells[cell] = value;
        return Tensor.Of(tensor.Shape, cells);
    }

    private T Pick<T>(List<T> items) => items[random.Next(items.Count)];
}
