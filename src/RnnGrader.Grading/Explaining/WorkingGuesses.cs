using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Slips;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Explaining;

/// <summary>What students would have typed in one cell, slip by slip.</summary>
internal static class WorkingGuesses
{
    /// <summary>Every slip at this cell: throughout the formula, and in one term alone.</summary>
    public static IEnumerable<WorkingGuess> At(IReadOnlyList<SlipVariant> variants, List<Term> right, Valuation own, int row, int column)
    {
        foreach (var variant in variants)
        {
            if (variant.Applies(own) && !variant.Slip.LeavesTerms)
            {
                yield return new(variant.Slip, TermsOf(variant.Formula, own, row, column), variant, null);
            }
        }

        foreach (var slip in SlipLibrary.All)
        {
            for (var i = 0; slip.IsOfATerm && i < right.Count; i++)
            {
                if (slip.InTerm(right[i]) is not null)
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
}
