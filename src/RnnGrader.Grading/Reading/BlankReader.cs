using System.Globalization;
using System.Text.Json;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Reading;

/// <summary>Takes the cells of a blank out of JSON: rows of cells, or flat where there is one column, or one cell by itself.</summary>
internal static class BlankReader
{
    /// <summary>The text of each cell, row by row; else a sentence that says what to change.</summary>
    public static string? Read(Blank blank, JsonElement json, out string?[] cells)
    {
        cells = [];
        if (json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (!Flatten(blank, json, out var elements))
        {
            return Form(blank);
        }

        var texts = new string?[elements.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            var element = elements[i];
            if (element.ValueKind is not (JsonValueKind.Number or JsonValueKind.String or JsonValueKind.Null))
            {
                return $"A cell of {blank.Name} must be a number, a text or null.";
            }

            // A number as it stands in the JSON, so that it is read exactly.
            texts[i] = element.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => element.GetString(),
                _ => element.GetRawText(),
            };
            if (texts[i]?.Length > Answers.MostCharacters)
            {
                return $"A cell of {blank.Name} is longer than {Answers.MostCharacters.ToString(CultureInfo.InvariantCulture)} characters.";
            }
        }

        cells = texts;
        return null;
    }

    private static bool Flatten(Blank blank, JsonElement json, out List<JsonElement> cells)
    {
        var (wanted, nested, flat) = (blank.Rows * blank.Columns, true, true);
        cells = new(wanted);
        if (json.ValueKind != JsonValueKind.Array)
        {
            cells.Add(json);
            return wanted == 1;
        }

        foreach (var row in json.EnumerateArray())
        {
            if (row.ValueKind == JsonValueKind.Array)
            {
                flat = false;
                nested &= row.GetArrayLength() == blank.Columns;
                cells.AddRange(row.EnumerateArray());
            }
            else
            {
                nested = false;
                cells.Add(row);
            }
        }

        return cells.Count == wanted && (nested || (flat && blank.Columns == 1));
    }

    private static string Form(Blank blank) => blank.Rows * blank.Columns == 1
        ? $"{blank.Name} has one cell."
        : string.Create(CultureInfo.InvariantCulture, $"{blank.Name} has {blank.Rows} rows of {blank.Columns}: send an array of {blank.Rows} rows, each an array of {blank.Columns}.");
}
