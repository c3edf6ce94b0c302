using System.Text.Json;
using System.Text.Json.Serialization;
using RnnGrader.Exercises;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Assignments;

/// <summary>An exercise of an assignment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Exercise">Slug of the exercise.</param>
/// <param name="Title">Title of the exercise.</param>
/// <param name="Level">Level of the exercise.</param>
/// <param name="Parameters">What its draws are given.</param>
/// <param name="Points">What a score of 1 is worth.</param>
/// <param name="MaxAttempts">How often it may be submitted; null for as often as one likes.</param>
/// <param name="NewNumbers">Whether a student may have new numbers.</param>
/// <param name="CompleteAt">The best score from which on it counts as completed.</param>
internal sealed record ItemAnswer(
    string Id, string Exercise, string Title, string Level, JsonElement Parameters, double Points,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? MaxAttempts, NewNumbers NewNumbers, double CompleteAt)
{
    public static ItemAnswer Of(AssignmentItem item) => new(
        Ids.Write(item.Id), item.Exercise, Catalogue.Find(item.Exercise)?.Title ?? item.Exercise, item.Level, JsonSerializer.Deserialize<JsonElement>(item.Parameters), item.Points,
        item.MaxAttempts, item.NewNumbers, item.CompleteAt);
}
