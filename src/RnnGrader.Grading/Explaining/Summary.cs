using System.Globalization;

namespace RnnGrader.Grading.Explaining;

/// <summary>What a graded submission says as a whole: where it went wrong first, and how many errors there are that do not follow from each other.</summary>
internal static class Summary
{
    public static FirstDivergence? First(IReadOnlyList<MarkedBlank> blanks)
    {
        var (blank, first, followed) = (default(MarkedBlank), default(Mark), 0);
        foreach (var marked in blanks)
        {
            foreach (var mark in marked.Marks)
            {
                if (first is null && mark.Verdict == Verdict.Wrong)
                {
                    (blank, first) = (marked, mark);
                }

                followed += first is not null && mark.Verdict == Verdict.Carried ? 1 : 0;
            }
        }

        return first is null ? null : new(blank!.Quantity.Name.Text, first.Row, first.Column, first.Slip, followed, Sentence(blank, first, followed));
    }

    /// <summary>A slip that was made in several cells is one error; each wrong cell without a name is one of its own.</summary>
    public static int Errors(IReadOnlyList<MarkedBlank> blanks)
    {
        var errors = 0;
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mark in blanks.SelectMany(blank => blank.Marks))
        {
            errors += mark is { Verdict: Verdict.Wrong, IsEmptied: false } && (mark.Slip is null || named.Add(mark.Slip)) ? 1 : 0;
        }

        return errors;
    }

    private static string Sentence(MarkedBlank blank, Mark first, int followed)
    {
        var where = blank.Expected.Shape.IsMatrix
            ? string.Create(CultureInfo.InvariantCulture, $"{blank.Quantity.Name}[{first.Row}{(blank.Expected.Columns == 1 ? "" : FormattableString.Invariant($",{first.Column}"))}]")
            : blank.Quantity.Name.Text;
        var what = first.Slip is null ? "It went wrong first" : $"The first slip, {first.Slip}, is";
        return followed switch
        {
            0 => $"{what} at {where}.",
            1 => $"{what} at {where}; one cell after it follows from it.",
            _ => string.Create(CultureInfo.InvariantCulture, $"{what} at {where}; {followed} cells after it follow from it."),
        };
    }
}
