using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Worksheets;

/// <summary>The answers of a posted form, in the form in which the API takes them.</summary>
internal static class FormAnswers
{
    /// <summary>Ends of the fields in which a link's two units are chosen.</summary>
    public const string From = ".from";

    /// <inheritdoc cref="From"/>
    public const string To = ".to";

    // As a script writes the same answers: a draft is compared by its text.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads every blank of the worksheet; those in which nothing was filled in are left out.</summary>
    public static JsonElement Read(Worksheet sheet, IFormCollection form)
    {
        var answers = new JsonObject();
        foreach (var blank in sheet.Blanks)
        {
            if (Cells(blank, form) is { Count: > 0 } cells)
            {
                answers[blank.Name] = cells;
            }
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(answers, Plain);
        UnicodeRepair.Repair(bytes);
        return JsonElement.Parse(bytes);
    }

    private static JsonArray Cells(Blank blank, IFormCollection form) => blank.Kind switch
    {
        BlankKind.CrossedOut => new([.. form[blank.Name].Where(IsFilled).Select(id => JsonValue.Create(id))]),
        BlankKind.Links => new([.. form[blank.Name + From].Zip(form[blank.Name + To]).Where(pair => IsFilled(pair.First) && IsFilled(pair.Second)).Select(pair => new JsonArray(pair.First, pair.Second))]),
        BlankKind.Size => Rows(blank, [Size([.. form[blank.Name]])]),
        BlankKind.Number or BlankKind.Numbers or _ => Rows(blank, [.. form[blank.Name].Select(cell => IsFilled(cell) ? cell : null)]),
    };

    // A form has one field a cell, row by row; another number of cells is sent on as it is, for the rules to refuse.
    private static JsonArray Rows(Blank blank, string?[] cells) => cells.All(cell => cell is null)
        ? []
        : new([.. cells.Chunk(blank.Columns).Select(row => new JsonArray([.. row.Select(cell => JsonValue.Create(cell))]))]);

    // Two fields make one size; what was typed into one alone, 4 or 4x3, stands for itself.
    private static string? Size(string?[] sides) => sides switch
    {
        [{ } rows, { } columns] when IsFilled(rows) && IsFilled(columns) => $"{rows.Trim()}x{columns.Trim()}",
        [{ } rows, ..] when IsFilled(rows) => rows,
        [_, { } columns] when IsFilled(columns) => $"x{columns}",
        _ => null,
    };

    private static bool IsFilled(string? text) => !string.IsNullOrWhiteSpace(text);
}
