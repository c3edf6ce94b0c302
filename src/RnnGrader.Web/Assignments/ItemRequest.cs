using System.Text.Json;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Assignments;

/// <summary>An exercise of an assignment as an instructor sends it.</summary>
/// <param name="Id">Which item it is, where an assignment is changed; left out for a new one, or for the item of this exercise.</param>
/// <param name="Exercise">Slug of the exercise.</param>
/// <param name="Parameters">What its draws are given.</param>
/// <param name="Points">What a score of 1 is worth, 0 to 1000. 1 where it is left out.</param>
/// <param name="MaxAttempts">How often it may be submitted, 1 to 1000; null for as often as one likes.</param>
/// <param name="NewNumbers">Whether a student may have new numbers. `never` where it is left out.</param>
/// <param name="CompleteAt">The best score from which on it counts as completed, 0 to 1. 1 where it is left out.</param>
internal sealed record ItemRequest(string? Id, string? Exercise, JsonElement? Parameters, double? Points, int? MaxAttempts, NewNumbers? NewNumbers, double? CompleteAt)
{
    /// <summary>What would make the item as it is.</summary>
    public static ItemRequest Of(AssignmentItem item) => new(
        Ids.Write(item.Id), item.Exercise, JsonSerializer.Deserialize<JsonElement>(item.Parameters), item.Points, item.MaxAttempts, item.NewNumbers, item.CompleteAt);
}
