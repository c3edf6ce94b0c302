using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Explaining;

/// <summary>
/// Compares the working typed in a cell with the terms of the formula there, the student's own earlier values in place: what is missing, what is
/// too much, which sign or product is wrong, or whether only the sum is.
/// </summary>
internal static class WorkingCheck
{
    public static void Look(MarkedBlank blank, IReadOnlyList<SlipVariant> variants, Valuation own)
    {
        foreach (var mark in blank.Marks)
        {
            if (blank.IsSize || mark.Reading.Working is not { } working)
            {
                continue;
            }

            if (mark.IsOpen)
            {
                Explain(blank, mark, working, variants, own);
            }
            else if (mark.Verdict == Verdict.Correct)
            {
                var sum = working.Evaluate(Valuation.Empty)[0];
                if (sum != mark.Reading.Value && Outer.Apply(blank.Quantity.Definition!, sum) != mark.Reading.Value)
                {
                    mark.Feedback = Wording.CannotLeadTo(sum, mark.Reading.Value);
                }
            }
        }
    }

    private static void Explain(MarkedBlank blank, Mark mark, Formula working, IReadOnlyList<SlipVariant> variants, Valuation own)
    {
        var typed = new List<Term>(8);
        working.Terms(Valuation.Empty, 0, 0, false, typed);
        var right = WorkingGuesses.TermsOf(blank.Quantity.Definition!, own, mark.Row, mark.Column);
        var loose = TermMatch.Of(right, typed, lenient: true);
        if (loose.IsWhole || loose.Merged().IsWhole)
        {
            ExplainSum(blank, mark, working, variants, own);
            return;
        }

        var best = BestGuess(merged: false) ?? BestGuess(merged: true);
        if (best is not null)
        {
            Say(mark, best.Slip.Name, Wording.Shown(best.Slip, new(blank.Quantity, mark.Row, mark.Column, own, best.Variant, best.Term)));
        }
        else
        {
            ExplainDifference(mark, TermMatch.Of(right, typed, lenient: false));
        }

        // Merged, a typed number may be several terms taken together: that leaves so much room that only a forgotten part can be seen.
        WorkingGuess? BestGuess(bool merged)
        {
            var (best, bestScore) = (default(WorkingGuess), -1);
            foreach (var guess in WorkingGuesses.At(variants, right, working.Evaluate(Valuation.Empty)[0], merged, own, mark))
            {
                var match = TermMatch.Of(guess.Terms, typed, lenient: merged);
                match = merged ? match.Merged() : match;
                if (match.IsWhole && guess.Score(match, typed) is var score && score > bestScore)
                {
                    (best, bestScore) = (guess, score);
                }
            }

            return best;
        }
    }

    // All terms are right: it is the activation, or the sum.
    private static void ExplainSum(MarkedBlank blank, Mark mark, Formula working, IReadOnlyList<SlipVariant> variants, Valuation own)
    {
        var sum = working.Evaluate(Valuation.Empty)[0];
        foreach (var variant in variants)
        {
            if (variant.Slip.LeavesTerms && Outer.Apply(variant.Formula, sum) == mark.Reading.Value)
            {
                Say(mark, variant.Slip.Name, Wording.Named(blank, mark, new(blank.Quantity, mark.Row, mark.Column, own, variant)));
                return;
            }
        }

        if (sum != mark.Reading.Value)
        {
            Say(mark, null, Wording.Sum(mark.Reading.Value));
        }
    }

    // No one slip gives these terms: what differs is said all the same.
    private static void ExplainDifference(Mark mark, TermMatch match)
    {
        match = match.Extra.Count > 0 && match.Missing.Count > match.Extra.Count ? match.Merged() : match;
        var (slip, sentence) = match switch
        {
            { Missing: [var right], Extra: [var typed] } when typed.Value == -right.Value => ("sign-flipped", Wording.Sign(right)),
            { Missing: [{ Kind: TermKind.Product } right], Extra: [var typed] } when typed.Value == (right.Negative ? -(right.Left + right.Right) : right.Left + right.Right) => ("added-not-multiplied", Wording.Added(right)),
            { Missing: [{ Kind: TermKind.Product } right], Extra: [{ Kind: TermKind.Value } typed] } => (null, Wording.ProductWrong(right, typed)),
            { Missing: [var right], Extra: [var typed] } => (null, Wording.TermWrong(right, typed)),
            { Missing: var missing, Extra: [] } => (missing.TrueForAll(term => term.Kind == TermKind.Product || term.Origin is Total) ? "term-missing" : null, Wording.Missing(missing)),
            { Missing: [], Extra: var extra } => ("term-extra", Wording.Extra(extra)),
            _ => (null, (string?)null),
        };
        if (sentence is not null)
        {
            Say(mark, slip, sentence);
        }
    }

    private static void Say(Mark mark, string? slip, string sentence)
    {
        (mark.Slip, mark.Feedback, mark.IsExplained) = (slip, sentence, true);
    }
}
