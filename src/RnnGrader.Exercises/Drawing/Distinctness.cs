using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Exercises.Drawing;

/// <summary>
/// How well an instance lets slips be told apart: the share of them that would be named if made throughout a blank, because they change two
/// cells or more and no other slip changes them so.
/// </summary>
internal static class Distinctness
{
    /// <summary>From 0, no slip can be told, to 1, all can.</summary>
    public static double Of(Worksheet sheet)
    {
        var plan = SlipPlan.Of(sheet);
        var values = plan.Over(sheet.Reference);
        var (told, all) = (0.0, 0);
        foreach (var quantity in sheet.Quantities)
        {
            if (quantity is { IsBlank: true, Shape.IsMatrix: true })
            {
                var variants = plan.Of(quantity);
                var outcomes = new Tensor?[variants.Count];
                for (var i = 0; i < outcomes.Length; i++)
                {
                    outcomes[i] = variants[i].Applies(values) ? variants[i].Evaluate(values) : null;
                }

                var right = sheet.Reference[quantity.Name.Slot];
                for (var (first, next) = (0, 0); first < outcomes.Length; first = next)
                {
                    var (toldOfSlip, allOfSlip) = (0, 0);
                    for (next = first; next < outcomes.Length && variants[next].Slip == variants[first].Slip; next++)
                    {
                        if (outcomes[next] is { } outcome)
                        {
                            allOfSlip++;
                            toldOfSlip += ChangesTwo(outcome, right) && IsAlone(variants, outcomes, next) ? 1 : 0;
                        }
                    }

                    told += allOfSlip == 0 ? 0 : (double)toldOfSlip / allOfSlip;
                    all += allOfSlip == 0 ? 0 : 1;
                }
            }
        }

        return all == 0 ? 0 : told / all;
    }

    private static bool ChangesTwo(Tensor outcome, Tensor right)
    {
        var changes = 0;
        for (var i = 0; i < outcome.Cells.Length && changes < 2; i++)
        {
            changes += outcome[i] == right[i] ? 0 : 1;
        }

        return changes == 2;
    }

    private static bool IsAlone(IReadOnlyList<SlipVariant> variants, Tensor?[] outcomes, int slip)
    {
        var own = variants[slip].Slip;
        var cells = outcomes[slip]!.Cells;
        for (var i = 0; i < outcomes.Length; i++)
        {
            // Most differ in the first cell: it is looked at before the slips and the rest.
            if (outcomes[i] is { } other && other[0] == cells[0] && variants[i].Slip != own && other.Cells.SequenceEqual(cells))
            {
                return false;
            }
        }

        return true;
    }
}
