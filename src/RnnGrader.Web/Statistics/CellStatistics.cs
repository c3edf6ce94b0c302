namespace RnnGrader.Web.Statistics;

/// <summary>How often a cell was wrong or could not be read, or a component of a set was wrong or left out. A cell left empty is work not done and no mistake.</summary>
/// <param name="Cell">`h_1[2,0]`, or `crossed_out:W_hh[0,1]` for a component of a set.</param>
/// <param name="Students">How many students had it wrong.</param>
/// <param name="Times">In how many submissions.</param>
/// <param name="Slips">What it was named for, the most frequent first.</param>
internal sealed record CellStatistics(string Cell, int Students, int Times, IReadOnlyList<SlipStatistics> Slips)
{
    public static IReadOnlyList<CellStatistics> Of(IEnumerable<CellCount> counts)
    {
        var (all, slips) = (counts.Where(c => c.Slip is null), counts.Where(c => c.Slip is not null).ToLookup(c => c.Cell));
        return [.. all
            .OrderByDescending(c => c.Students).ThenBy(c => c.Cell, StringComparer.Ordinal)
            .Select(c => new CellStatistics(
                c.Cell, c.Students, c.Times,
                [.. slips[c.Cell].Select(s => new SlipStatistics(s.Slip!, s.Students, s.Times)).OrderByDescending(s => s.Times).ThenBy(s => s.Slip, StringComparer.Ordinal)]))];
    }
}
