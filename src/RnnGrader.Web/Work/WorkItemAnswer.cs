using System.Text.Json.Serialization;
using RnnGrader.Exercises;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Work;

/// <summary>Where a student stands with an item.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Exercise">Slug of the exercise.</param>
/// <param name="Title">Title of the exercise.</param>
/// <param name="Level">Level of the exercise.</param>
/// <param name="Points">What a score of 1 is worth.</param>
/// <param name="Instance">Id of the student's instance; null before it is opened.</param>
/// <param name="Attempts">How often it was submitted.</param>
/// <param name="AttemptsLeft">How often it can be submitted yet; null for as often as one likes.</param>
/// <param name="Best">What the best submission counts, 0 to 1; null before the first, and before feedback is due.</param>
/// <param name="Completed">Whether the exercise is completed; null before feedback is due.</param>
/// <param name="Due">When it is due, extensions included; null for never.</param>
/// <param name="Closes">From when on nothing is submitted; null for never.</param>
/// <param name="DaysLate">Started days by which the best submission was late.</param>
/// <param name="NewNumbers">Whether new numbers may be had.</param>
/// <param name="CompleteAt">The best score from which on it counts as completed.</param>
internal sealed record WorkItemAnswer(
    string Item, string Exercise, string Title, string Level, double Points,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Instance,
    int Attempts,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? AttemptsLeft,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Best,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool? Completed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTime? Due,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTime? Closes,
    int DaysLate, NewNumbers NewNumbers, double CompleteAt)
{
    public static WorkItemAnswer Of(Terms terms, Standing? standing, Guid? instance, DateTime now)
    {
        var (item, attempts, shows) = (terms.Item, standing?.Attempts ?? 0, terms.ShowsFeedback(now));
        return new(
            Ids.Write(item.Id), item.Exercise, Catalogue.Find(item.Exercise)?.Title ?? item.Exercise, item.Level, item.Points,
            instance is { } id ? Ids.Write(id) : null,
            attempts, terms.Attempts is { } most ? Math.Max(0, most - attempts) : null,
            shows ? standing?.Best : null, shows ? standing?.CompletedAt is not null : null,
            terms.DueAt, terms.ClosesAt, shows ? standing?.DaysLate ?? 0 : 0, item.NewNumbers, item.CompleteAt);
    }
}
