using System.Globalization;
using System.Text.Json;
using RnnGrader.Engine.Structures;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Reading;

/// <summary>Takes a set out of JSON: <c>["W_hh", "h_0"]</c>, or pairs of units, <c>[["x_1[0]", "h_1[2]"]]</c>.</summary>
internal static class SetReader
{
    private const int MostChoices = 2000;

    /// <summary>The ids that were chosen, links as <c>from->to</c>; else a sentence that says what to change.</summary>
    public static string? Read(Difference difference, JsonElement json, out string?[] ids)
    {
        ids = [];
        if (json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > MostChoices)
        {
            return Form(difference);
        }

        var read = new List<string>();
        foreach (var element in json.EnumerateArray())
        {
            if (Id(element) is not { } id)
            {
                return Form(difference);
            }

            if (difference.Imply(id) is null || (difference.Kind == BlankKind.Links && !id.Contains("->", StringComparison.Ordinal)))
            {
                return $"There is no {(difference.Kind == BlankKind.Links ? "link" : "component")} '{id}' here.";
            }

            read.Add(id);
        }

        ids = [.. read];
        return null;
    }

    private static string? Id(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String when element.GetString() is { Length: <= Answers.MostCharacters } id => string.Concat(id.Where(character => !char.IsWhiteSpace(character))).Replace("→", "->", StringComparison.Ordinal),
        JsonValueKind.Array when element.GetArrayLength() == 2 && element[0].ValueKind == JsonValueKind.String && element[1].ValueKind == JsonValueKind.String => $"{element[0].GetString()}->{element[1].GetString()}",
        _ => null,
    };

    private static string Form(Difference difference) => difference.Kind == BlankKind.Links
        ? $"{difference.Blank} is an array of pairs of units, [[\"x_1[0]\", \"h_1[2]\"]]."
        : string.Create(CultureInfo.InvariantCulture, $"{difference.Blank} is an array of at most {MostChoices} ids of components, each at most {Answers.MostCharacters} characters.");
}
