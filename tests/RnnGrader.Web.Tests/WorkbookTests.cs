using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

/// <summary>The workbook's own numbers, as a teacher with the paper sheet would post them.</summary>
public sealed class WorkbookTests(Houses houses)
{
    public static TheoryData<string, Database> Cases() => new MatrixTheoryData<string, Database>(
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workbook"), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
        Enum.GetValues<Database>());

    [Theory, MemberData(nameof(Cases))]
    public async Task The_workbooks_givens_and_answers_give_what_it_expects(string file, Database database)
    {
        var http = houses.Client(database);
        var page = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "workbook", file), TestContext.Current.CancellationToken))!;
        var draw = new JsonObject { ["exercise"] = page["exercise"]!.DeepClone(), ["givens"] = page["givens"]!.DeepClone() };
        using var drawn = await http.PostJsonAsync("/api/v1/instances", draw.ToJsonString());
        var instance = await drawn.ReadAsync(HttpStatusCode.Created);
        Assert.Null(instance["seed"]);

        var answers = new JsonObject { ["answers"] = page["answers"]!.DeepClone() };
        using var submitted = await http.PostJsonAsync($"/api/v1/instances/{instance["id"]}/submissions", answers.ToJsonString());
        var submission = await submitted.ReadAsync(HttpStatusCode.Created);

        foreach (var (name, expected) in page["expect"]!.AsObject())
        {
            Assert.True(JsonNode.DeepEquals(expected, submission[name]), $"{name} is {submission[name]}: {submission}");
        }
    }
}
