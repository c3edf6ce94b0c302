using System.Text.Json.Serialization;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Gradebook;

/// <summary>What one student has of one item.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Score">What counts, 0 to 1: the best submission less its late penalty, or what a person set; null where nothing was submitted.</param>
/// <param name="Points">The score times the item's points; null where nothing was submitted.</param>
/// <param name="Attempts">How often it was submitted.</param>
/// <param name="Completed">Whether the exercise is completed.</param>
/// <param name="DaysLate">Started days by which the submission that counts was late.</param>
/// <param name="Overridden">Whether a person set what counts.</param>
/// <param name="Submission">Id of the submission that counts; null where there is none.</param>
internal sealed record GradebookCell(
    string Item,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Score,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Points,
    int Attempts, bool Completed, int DaysLate, bool Overridden,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Submission)
{
    public static GradebookCell Of(GradebookColumn column, Standing? standing) => new(
        column.Item, standing?.Best, standing?.Best is { } best ? (double)((decimal)best * (decimal)column.Points) : null,
        standing?.Attempts ?? 0, standing?.CompletedAt is not null, standing?.DaysLate ?? 0, standing?.Overridden ?? false,
        standing?.BestSubmissionId is { } submission ? Ids.Write(submission) : null);
}
