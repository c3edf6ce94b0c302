using System.Text.Json;

namespace RnnGrader.Web.Readings;

/// <summary>Cells to be read and not judged.</summary>
/// <param name="Kind">`numbers` (the default) or `size`.</param>
/// <param name="Cells">What was typed into each: text, a number or null.</param>
internal sealed record ReadRequest(JsonElement? Kind, JsonElement? Cells)
{
    /// <summary>More than any worksheet has.</summary>
    public const int MostCells = 500;
}
