using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Explaining;

/// <summary>
/// Finds out what went wrong in the wrong cells, with the student's own earlier values in place. Working shows it; else a slip is named only
/// where it alone explains every wrong cell, of the sheet or of one blank, two numbers or more, or where the working beside it shows it. One number by itself leads to a question at most.
/// </summary>
internal sealed class Diagnosis(SlipPlan plan, Valuation own, IReadOnlyList<MarkedBlank> blanks)
{
    private const int Enough = 2;

    // A slip that would have changed right cells too has to explain more.
    private const int EnoughInPart = 4;

    public static void Explain(Worksheet sheet, Valuation own, IReadOnlyList<MarkedBlank> blanks)
    {
        var plan = SlipPlan.Of(sheet);
        new Diagnosis(plan, plan.Over(own), blanks).Explain();
    }

    private void Explain()
    {
        var open = new List<BlankEvidence>(blanks.Count);
        foreach (var blank in blanks)
        {
            WorkingCheck.Look(blank, plan.Of(blank.Quantity), own);
            if (blank.HasOpen && new BlankEvidence(blank, plan.Of(blank.Quantity), own) is var evidence && !NameAsShown(evidence))
            {
                open.Add(evidence);
            }
        }

        if (open.Count == 0 || NameInAll(open))
        {
            return;
        }

        // Slips that are independent of each other are each judged in their own blank, but only where they leave nothing unexplained:
        // of answers near the right ones, some blank or other fits some slip by chance.
        if (open.Count > 1 && open.TrueForAll(evidence => evidence.IsOneCell ? evidence.FitsSome : Best([evidence]) >= 0))
        {
            foreach (var evidence in open.FindAll(evidence => !evidence.IsOneCell))
            {
                evidence.Name(Best([evidence]));
            }
        }

        foreach (var evidence in open)
        {
            evidence.Suggest();
        }
    }

    // What the working of one cell shows goes for the others of its blank where it explains all of their numbers.
    private static bool NameAsShown(BlankEvidence evidence)
    {
        foreach (var mark in evidence.Blank.Marks)
        {
            if (mark is { Verdict: Verdict.Wrong, Slip: { } shown })
            {
                var slip = SlipLibrary.Find(shown)!.Index;
                if (evidence[slip].Fit != Fit.None)
                {
                    evidence.Name(slip);
                    return true;
                }
            }
        }

        return false;
    }

    private static bool NameInAll(List<BlankEvidence> open)
    {
        var best = Best(open);
        if (best < 0)
        {
            return false;
        }

        foreach (var evidence in open)
        {
            evidence.Name(best);
        }

        return true;
    }

    // The one slip that explains these blanks best, where there is one; else −1.
    private static int Best(List<BlankEvidence> open)
    {
        var (best, bestFit, isAlone, bestWeight) = (-1, Fit.None, true, 0);
        for (var slip = 0; slip < SlipLibrary.All.Count; slip++)
        {
            var (fit, weight, proper) = (Fit.WholeBlank, 0, false);
            foreach (var evidence in open)
            {
                var here = evidence[slip];
                fit = here.Fit < fit ? here.Fit : fit;
                weight += here.Weight;
                proper |= here.Variant is { IsLenient: false };
            }

            if (fit == Fit.None || !proper || fit < bestFit)
            {
                continue;
            }

            if (fit > bestFit)
            {
                (best, bestFit, isAlone, bestWeight) = (slip, fit, true, weight);
            }
            else
            {
                isAlone &= IsSameDeed(open, best, slip);
            }
        }

        return isAlone && bestWeight >= (bestFit == Fit.Partial ? EnoughInPart : Enough) ? best : -1;
    }

    // To leave out the only product of a term is to leave out the term: the library names that first.
    private static bool IsSameDeed(List<BlankEvidence> open, int first, int other) =>
        open.TrueForAll(evidence => evidence[first].Variant!.Subject is { } subject && evidence[other].IsOneDeed && Equals(evidence[other].Variant!.Subject, subject));
}
