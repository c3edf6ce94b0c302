using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Explaining;

/// <summary>What students would have typed in one cell, slip by slip.</summary>
internal static class WorkingGuesses
{
    /// <summary>Every slip at this cell whose terms add up to what was typed: throughout the formula, and in one term alone.</summary>
    public static IEnumerable<WorkingGuess> At(IReadOnlyList<SlipVariant> variants, List<Term> right, Number typed, bool partsOnly, Valuation own, Mark mark)
    {
        foreach (var variant in variants)
        {
            // To evaluate is cheaper than to list terms, since what the formulas have in common is remembered.
            if ((variant.Slip.IsOfAPart || !partsOnly) && !variant.Slip.LeavesTerms && variant.Applies(own)
                && (variant.Formula is not Activation activation || variant.Evaluate(own)[mark.Row, mark.Column] == Outer.Apply(activation, typed))
                && TermsOf(variant.Formula, own, mark.Row, mark.Column) is var terms && Sum(terms) == typed)
            {
                yield return new(variant.Slip, terms, variant, null);
            }
        }

        var more = typed - Sum(right);
        foreach (var slip in SlipLibrary.All)
        {
            for (var i = 0; slip.IsOfATerm && !partsOnly && i < right.Count; i++)
            {
                if (slip.InTerm(right[i]) == more)
                {
                    yield return new(slip, [.. right[..i], .. slip.Typed(right[i]), .. right[(i + 1)..]], null, right[i]);
                }
            }
        }
    }

    public static List<Term> TermsOf(Formula formula, Valuation values, int row, int column)
    {
        var terms = new List<Term>(8);
        formula.Core.Terms(values, row, column, false, terms);
        return terms;
    }

    private static Number Sum(List<Term> terms)
    {
        var sum = Number.Zero;
        foreach (var term in terms)
        {
            sum += term.Value;
        }

        return sum;
    }
}
