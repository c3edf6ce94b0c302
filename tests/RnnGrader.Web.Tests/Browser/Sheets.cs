using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>What belongs into the blanks of a worksheet, from its worked solution.</summary>
internal static class Sheets
{
    public static async Task<IReadOnlyList<JsonNode>> SolutionAsync(this HttpClient http, string id)
    {
        using var response = await http.GetAsync($"/api/v1/instances/{id}/solution", TestContext.Current.CancellationToken);
        return [.. (await response.ReadAsync(HttpStatusCode.OK))["blanks"]!.AsArray().Select(blank => blank!)];
    }

    /// <summary>The values of its cells, row by row: numbers, or sizes as <c>4x3</c>.</summary>
    public static string[] Cells(this JsonNode solved) => [.. solved["values"]!.AsArray().SelectMany(row => row!.AsArray()).Select(cell => cell!.ToString())];

    /// <summary>The components of a set.</summary>
    public static string[] Components(this JsonNode solved) => [.. solved["components"]!.AsArray().Select(id => (string)id!)];
}
