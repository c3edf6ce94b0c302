using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Explaining;

/// <summary>Slips in one term of one cell. They are many, so that some number often fits one by chance: they speak against others, never for themselves.</summary>
internal static class TermSlips
{
    /// <summary>Whether some slip in one term gives a cell the student's number.</summary>
    public static bool Fit(MarkedBlank blank, Mark mark, Valuation own, Slip? except)
    {
        if (blank.IsSize)
        {
            return false;
        }

        var terms = new List<Term>(8);
        var definition = blank.Quantity.Definition!;
        definition.Core.Terms(own, mark.Row, mark.Column, false, terms);
        var sum = Number.Zero;
        foreach (var term in terms)
        {
            sum += term.Value;
        }

        foreach (var slip in SlipLibrary.All)
        {
            if (slip == except || !slip.IsOfATerm)
            {
                continue;
            }

            foreach (var term in terms)
            {
                if (slip.InTerm(term) is { } more && Outer.Apply(definition, sum + more) == mark.Reading.Value)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
