using System.Text.Json.Serialization;
using RnnGrader.Web.Gradebook;

namespace RnnGrader.Web.Statistics;

/// <summary>How a class did at one item. Everybody who submitted something counts, also who has left the course since.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Exercise">Slug of the exercise.</param>
/// <param name="Title">Title of the exercise.</param>
/// <param name="Students">How many students submitted something.</param>
/// <param name="Attempts">How many submissions there are.</param>
/// <param name="MeanFirst">Mean of what first submissions count, 0 to 1; null where there are none.</param>
/// <param name="MeanBest">Mean of what best submissions count; null where there are none.</param>
/// <param name="Difficulty">1 − `meanFirst`: the share of the score that is missing at the first attempt. 0 is easy, 1 is hard; null where there are no submissions.</param>
/// <param name="Discrimination">
/// How well the item tells strong from weak students, −1 to 1: the mean best score of the upper 27 % of the assignment's students, by total of points, less that
/// of the lower 27 %; of each those who submitted something to the item. Null where fewer than 10 students did, or nobody of one side.
/// </param>
/// <param name="UpperStudents">How many of the upper 27 % submitted something.</param>
/// <param name="LowerStudents">How many of the lower 27 % did.</param>
/// <param name="MedianSecondsToComplete">The middle of the times from opening to completing, of those who have; null where nobody has.</param>
/// <param name="Distribution">How many students' best scores are in each tenth: from 0 to below 0.1, …, from 0.9 to 1.</param>
/// <param name="Slips">What went wrong, the most frequent first.</param>
/// <param name="Cells">Where it went wrong, the cell that most students had wrong first; left out in the list of all items.</param>
internal sealed record ItemStatistics(
    string Item, string Exercise, string Title, int Students, long Attempts,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? MeanFirst,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? MeanBest,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Difficulty,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Discrimination,
    int UpperStudents, int LowerStudents,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? MedianSecondsToComplete,
    IReadOnlyList<int> Distribution, IReadOnlyList<SlipStatistics> Slips, IReadOnlyList<CellStatistics>? Cells)
{
    /// <summary>Fewer students say nothing about an item.</summary>
    private const int FewestStudents = 10;

    public static ItemStatistics Of(GradebookColumn column, IReadOnlyList<ItemSlice> slices, double? median, IEnumerable<ItemSlip> slips)
    {
        var (upper, lower) = (slices.Where(slice => slice.Side == 1), slices.Where(slice => slice.Side == -1));
        var (students, first) = (slices.Sum(slice => slice.Students), Mean(slices, slice => slice.SumFirst));
        return new(
            column.Item, column.Exercise, column.Title, students, slices.Sum(slice => slice.Attempts), first, Mean(slices, slice => slice.SumBest), 1 - first,
            students >= FewestStudents ? Mean(upper, slice => slice.SumBest) - Mean(lower, slice => slice.SumBest) : null,
            upper.Sum(slice => slice.Students), lower.Sum(slice => slice.Students), median,
            [.. Enumerable.Range(0, 10).Select(bin => slices.Where(slice => slice.Bin == bin).Sum(slice => slice.Students))],
            [.. slips.Select(s => new SlipStatistics(s.Slip, s.Students, s.Times)).OrderByDescending(s => s.Students).ThenBy(s => s.Slip, StringComparer.Ordinal)], null);
    }

    private static double? Mean(IEnumerable<ItemSlice> slices, Func<ItemSlice, double> sum) =>
        slices.Sum(slice => slice.Students) is > 0 and var students ? slices.Sum(sum) / students : null;
}
