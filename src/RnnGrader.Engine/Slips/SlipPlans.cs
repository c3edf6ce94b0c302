using System.Collections.Concurrent;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips;

/// <summary>The plans made so far, by the form of their worksheets.</summary>
internal static class SlipPlans
{
    // The catalogue with all its parameters has a few thousand forms; a plan takes some 20 kB.
    private const int Most = 1000;

    private static readonly ConcurrentDictionary<WorksheetForm, SlipPlan> Known = new();

    // Candidates of one draw follow each other, and mostly have one form.
    [ThreadStatic]
    private static (WorksheetForm Form, SlipPlan Plan)? last;

    public static SlipPlan For(Worksheet sheet)
    {
        var form = new WorksheetForm(sheet.Quantities);
        if (last is { } latest && latest.Form.Equals(form))
        {
            return latest.Plan;
        }

        if (!Known.TryGetValue(form, out var plan))
        {
            if (Known.Count >= Most)
            {
                Known.Clear();
            }

            plan = Known.GetOrAdd(form, new SlipPlan(sheet.Quantities));
        }

        last = (form, plan);
        return plan;
    }
}
