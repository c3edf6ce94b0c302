using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips;

/// <summary>One way to make a slip throughout one blank: which term, which matrix.</summary>
/// <param name="Slip">The slip.</param>
/// <param name="Formula">The blank's formula as it was rewritten.</param>
/// <param name="Subject">What was left out, turned or mixed up.</param>
/// <param name="Instead">What was taken in its place.</param>
/// <param name="IsLenient">Whether the same deed has a better name: it counts only beside cells that have no better one.</param>
/// <param name="NotZero">A tensor that must not be all zero, else the same deed has another name.</param>
public sealed record SlipVariant(
    Slip Slip,
    Formula Formula,
    Formula? Subject = null,
    Formula? Instead = null,
    bool IsLenient = false,
    Name? NotZero = null)
{
    /// <summary>The values that come out.</summary>
    public Tensor Evaluate(Valuation values) => Formula.Evaluate(values);

    /// <summary>Whether it means anything with these values.</summary>
    public bool Applies(Valuation values)
    {
        if (NotZero is null)
        {
            return true;
        }

        foreach (var cell in values[NotZero.Slot].Cells)
        {
            if (!cell.IsZero)
            {
                return true;
            }
        }

        return false;
    }
}
