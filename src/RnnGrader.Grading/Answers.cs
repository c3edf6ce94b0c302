using System.Text.Json;
using RnnGrader.Engine;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading.Reading;

namespace RnnGrader.Grading;

/// <summary>What a student sent, cell by cell, unread: the text of each cell, null where there is none.</summary>
public sealed class Answers
{
    /// <summary>The longest text of a cell.</summary>
    public const int MostCharacters = 200;

    private readonly Dictionary<string, string?[]> cells;

    private Answers(Dictionary<string, string?[]> cells) => this.cells = cells;

    /// <summary>Nothing filled in.</summary>
    public static Answers None { get; } = new([]);

    /// <summary>Answers from texts, row by row, for each blank.</summary>
    public static Answers Of(IEnumerable<KeyValuePair<string, string?[]>> texts) => new(new(texts, StringComparer.Ordinal));

    /// <summary>
    /// Reads <c>{"h_1": [["1+3-1"], [5], [null]], "size_W": "4x3"}</c>. What has no meaning, an unknown blank, a wrong number of cells or a cell that is
    /// too long, is said under <c>answers.…</c>, and the result is null. Whether a cell's text can be read is for the grade to say.
    /// </summary>
    public static Answers? Read(Worksheet sheet, JsonElement answers, Problems problems)
    {
        if (answers.ValueKind != JsonValueKind.Object)
        {
            problems.Add("answers", "The answers must be an object of cells by blank.");
            return null;
        }

        var read = new Dictionary<string, string?[]>(StringComparer.Ordinal);
        var sound = true;
        foreach (var member in answers.EnumerateObject())
        {
            var cells = Array.Empty<string?>();
            var objection = sheet.Blanks.FirstOrDefault(blank => blank.Name == member.Name) is { } blank
                ? blank.Kind is BlankKind.CrossedOut or BlankKind.Links ? SetReader.Read(sheet.Difference!, member.Value, out cells) : BlankReader.Read(blank, member.Value, out cells)
                : $"This exercise has no blank '{member.Name}'; it has {string.Join(", ", sheet.Blanks.Select(known => known.Name))}.";
            read[member.Name] = cells;
            if (objection is not null)
            {
                problems.Add($"answers.{member.Name}", objection);
                sound = false;
            }
        }

        return sound ? new(read) : null;
    }

    /// <summary>The text of a cell, null where there is none.</summary>
    public string? Cell(string blank, int cell) => cells.TryGetValue(blank, out var texts) && cell < texts.Length ? texts[cell] : null;

    /// <summary>The ids that were chosen for a set.</summary>
    public IEnumerable<string> Chosen(string blank) => cells.TryGetValue(blank, out var ids) ? ids.OfType<string>() : [];
}
