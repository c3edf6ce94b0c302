using System.Text.Json;
using RnnGrader.Exercises;
using RnnGrader.Storage;
using RnnGrader.Web.Assignments;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>An exercise in the editor, in the assignment or not, with what stands in its fields.</summary>
internal sealed record EditorRow(Exercise Exercise, string? Id, bool IsChosen, string Order, string Points, string Attempts, NewNumbers Numbers, string Complete, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>An exercise that is not in the assignment.</summary>
    public static EditorRow Free(Exercise exercise) => new(exercise, null, false, "", "1", "", NewNumbers.Never, "100", new Dictionary<string, string>());

    /// <summary>An exercise that is in it.</summary>
    public static EditorRow Of(ItemAnswer item, int position) => new(
        Catalogue.Find(item.Exercise)!, item.Id, true, $"{position + 1}", PageForms.Short(item.Points), $"{item.MaxAttempts}", item.NewNumbers, PageForms.Percent(item.CompleteAt),
        item.Parameters.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.ToString()));

    /// <summary>A row of a posted form; null where the form has no such row, or it is of no exercise.</summary>
    public static EditorRow? Read(IFormCollection form, int index)
    {
        var field = $"item{index}.";
        return Catalogue.Find(form[field + "exercise"].ToString()) is not { } exercise ? null : new(
            exercise, form.Text(field + "id"), form.IsTicked(field + "chosen"), form[field + "order"].ToString(), form[field + "points"].ToString(), form[field + "attempts"].ToString(),
            Enum.TryParse<NewNumbers>(form[field + "numbers"], out var numbers) && Enum.IsDefined(numbers) ? numbers : NewNumbers.Never, form[field + "complete"].ToString(),
            exercise.Parameters.ToDictionary(parameter => parameter.Name, parameter => form[field + "p." + parameter.Name].ToString()));
    }

    /// <summary>What the API is sent for it.</summary>
    public ItemRequest ToRequest(List<string> problems)
    {
        string Label(string text) => $"{Exercise.Title}: {text}";
        var parameters = new Dictionary<string, object?>();
        foreach (var parameter in Exercise.Parameters)
        {
            if (Parameters.GetValueOrDefault(parameter.Name) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                parameters[parameter.Name] = parameter.Choices is null ? PageForms.WholeNumber(text, Label(parameter.Name), problems) : text;
            }
        }

        return new(
            Id, Exercise.Slug, JsonSerializer.SerializeToElement(parameters), PageForms.Number(Points, Label(Texts.TeachPoints), problems),
            PageForms.WholeNumber(Attempts, Label(Texts.TeachAttempts), problems), Numbers, PageForms.Share(Complete, Label(Texts.TeachCompleteAt), problems));
    }
}
