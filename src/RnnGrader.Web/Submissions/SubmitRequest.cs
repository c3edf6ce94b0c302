using System.Text.Json;

namespace RnnGrader.Web.Submissions;

/// <summary>What a student wrote.</summary>
/// <param name="Answers">Each blank's cells by its name: rows of cells, or flat where it has one column; a cell is a number, text or null. Blanks that are left out are empty.</param>
internal sealed record SubmitRequest(JsonElement? Answers);
