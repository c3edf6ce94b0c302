using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RnnGrader.Web.Privacy;

/// <summary>
/// Takes words out of answers. What a cell is graded by, numbers and signs and the names of tensors, stays, and with it every figure of the course; what
/// a person may have written beside it, their name for one, goes.
/// </summary>
internal static partial class Words
{
    // What calculations are written with; names of tensors have no three letters in a row but for these.
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "relu", "tanh", "exp", "sum", "round", "sigmoid", "softmax", "lookup", "max", "min", "log", "size", "total", "parameters", "pred", "table", "classes", "hidden", "crossed", "out", "links", "grow", "enc", "dec", "before", "new", "target", "grad",
    };

    /// <summary>Answers without words, as JSON.</summary>
    public static string CleanAnswers(string json)
    {
        var answers = JsonNode.Parse(json)!;
        Clean(answers);
        return answers.ToJsonString();
    }

    /// <summary>Verdicts without the words of what was given; a cell that loses some loses the sentence that may repeat them.</summary>
    public static string CleanCells(string json)
    {
        var cells = JsonNode.Parse(json)!.AsArray();
        foreach (var cell in cells.OfType<JsonObject>())
        {
            if (cell["given"] is JsonValue given && given.GetValueKind() == JsonValueKind.String && Clean(given.GetValue<string>()) is var clean && clean != given.GetValue<string>())
            {
                cell["given"] = clean;
                cell.Remove("feedback");
            }
        }

        return cells.ToJsonString();
    }

    /// <summary>The text where it has no words; else what stands last, which is what is graded; else nothing.</summary>
    public static string? Clean(string text)
    {
        if (!HasWords(text))
        {
            return text;
        }

        var last = text[(text.LastIndexOfAny(['=', '→', '>']) + 1)..].Trim();
        return last.Length > 0 && !HasWords(last) ? last : null;
    }

    private static void Clean(JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    members[name] = Cleaned(value);
                }

                break;
            case JsonArray items:
                for (var place = 0; place < items.Count; place++)
                {
                    items[place] = Cleaned(items[place]);
                }

                break;
        }
    }

    private static JsonNode? Cleaned(JsonNode? value)
    {
        if (value is JsonValue leaf)
        {
            return leaf.GetValueKind() == JsonValueKind.String ? Clean(leaf.GetValue<string>()) is { } clean ? JsonValue.Create(clean) : null : leaf.DeepClone();
        }

        var copy = value?.DeepClone();
        if (copy is not null)
        {
            Clean(copy);
        }

        return copy;
    }

    private static bool HasWords(string text) => Word().Matches(text).Any(word => !Known.Contains(word.Value));

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
