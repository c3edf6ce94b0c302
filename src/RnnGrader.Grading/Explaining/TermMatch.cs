using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;

namespace RnnGrader.Grading.Explaining;

/// <summary>The terms that a student typed beside those of a formula at one cell: what is left of both when equal ones are paired. Zeros count for nothing.</summary>
/// <param name="Missing">What is wanted and was not typed.</param>
/// <param name="Extra">What was typed and is not wanted.</param>
/// <param name="KeepsKinds">Whether products were paired with products of the same factors alone, and numbers with numbers.</param>
internal readonly record struct TermMatch(List<Term> Missing, List<Term> Extra, bool KeepsKinds)
{
    public bool IsWhole => Missing.Count == 0 && Extra.Count == 0;

    /// <summary>Pairs products with the same factors first, then what has the same value; of two products with other factors that only when lenient.</summary>
    public static TermMatch Of(List<Term> wanted, List<Term> typed, bool lenient)
    {
        var missing = wanted.FindAll(term => !term.IsZero);
        var extra = typed.FindAll(term => !term.Value.IsZero);
        Pair(missing, extra, (a, b) => a.Kind == b.Kind && SameFactors(a, b));
        var keepsKinds = missing.Count == 0 && extra.Count == 0;
        Pair(missing, extra, (a, b) => a.Value == b.Value && (lenient || a.Kind != b.Kind || a.Kind == TermKind.Value));
        return new(missing, extra, keepsKinds);
    }

    /// <summary>What is left when a typed number may also be several terms taken together: 4 for 1 + 3.</summary>
    public TermMatch Merged()
    {
        var missing = Missing.ToList();
        var extra = new List<Term>();
        foreach (var typed in Extra)
        {
            if (missing.Count <= 10 && typed.Kind == TermKind.Value && SubsetOf(missing, typed.Value) is > 0 and var subset)
            {
                missing = [.. missing.Where((_, i) => (subset >> i & 1) == 0)];
            }
            else
            {
                extra.Add(typed);
            }
        }

        return this with { Missing = missing, Extra = extra };
    }

    /// <summary>Whether the terms that were paired stand in the same order in both.</summary>
    public bool KeepsOrder(List<Term> wanted, List<Term> typed) => Kept(wanted, Missing).SequenceEqual(Kept(typed, Extra));

    private static List<Number> Kept(List<Term> all, List<Term> dropped)
    {
        var left = dropped.ToList();
        return [.. all.Where(term => !term.Value.IsZero && !left.Remove(term)).Select(term => term.Value)];
    }

    private static int SubsetOf(List<Term> terms, Number sum)
    {
        for (var subset = 1; subset < 1 << terms.Count; subset++)
        {
            if (int.PopCount(subset) < 2)
            {
                continue;
            }

            var total = Number.Zero;
            for (var i = 0; i < terms.Count; i++)
            {
                total += (subset >> i & 1) == 1 ? terms[i].Value : Number.Zero;
            }

            if (total == sum)
            {
                return subset;
            }
        }

        return 0;
    }

    private static void Pair(List<Term> missing, List<Term> extra, Func<Term, Term, bool> same)
    {
        for (var i = missing.Count - 1; i >= 0; i--)
        {
            var wanted = missing[i];
            var match = extra.FindIndex(typed => same(wanted, typed));
            if (match >= 0)
            {
                missing.RemoveAt(i);
                extra.RemoveAt(match);
            }
        }
    }

    // −2·3 is typed as −(2·3), as (−2)·3 and as 3·(−2).
    private static bool SameFactors(Term a, Term b) => a.Value == b.Value
        && (Magnitude(a.Left) == Magnitude(b.Left) || (a.Kind == TermKind.Product && Magnitude(a.Left) == Magnitude(b.Right)));

    private static Number Magnitude(Number number) => number.IsNegative ? -number : number;
}
