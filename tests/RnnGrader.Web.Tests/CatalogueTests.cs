using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

/// <summary>All twenty exercises from outside: drawn over HTTP, and answered with what the same seed draws here.</summary>
public sealed class CatalogueTests(Houses houses)
{
    private const int Seed = 20;

    public static TheoryData<string, Database> Exercises() =>
        new MatrixTheoryData<string, Database>(Catalogue.All.Select(exercise => exercise.Slug), Enum.GetValues<Database>());

    [Fact]
    public void There_are_the_workbooks_twenty() => Assert.Equal(Enumerable.Range(1, 20), Catalogue.All.Select(exercise => exercise.Number));

    [Theory, MemberData(nameof(Exercises))]
    public async Task The_references_answers_score_1_and_nothing_scores_0(string slug, Database database)
    {
        var http = houses.Client(database);
        using var drawn = await http.PostJsonAsync("/api/v1/instances", $$"""{"exercise": "{{slug}}", "seed": {{Seed}}}""");
        var instance = await drawn.ReadAsync(HttpStatusCode.Created);
        Assert.True((int)instance["effort"]! > 0);

        var exercise = Catalogue.Find(slug)!;
        var sheet = exercise.Draw(Seed, Settings.Default(exercise));
        using var full = await http.PostJsonAsync($"/api/v1/instances/{instance["id"]}/submissions", new JsonObject { ["answers"] = Reference(sheet) }.ToJsonString());
        Assert.Equal(1, (double)(await full.ReadAsync(HttpStatusCode.Created))["score"]!);

        using var empty = await http.PostJsonAsync($"/api/v1/instances/{instance["id"]}/submissions", """{"answers": {}}""");
        var nothing = await empty.ReadAsync(HttpStatusCode.Created);
        Assert.Equal((0, false), ((double)nothing["score"]!, (bool)nothing["complete"]!));
    }

    [Theory, MemberData(nameof(Exercises))]
    public async Task A_structural_instance_lists_its_components_and_a_computed_one_none(string slug, Database database)
    {
        using var drawn = await houses.Client(database).PostJsonAsync("/api/v1/instances", $$"""{"exercise": "{{slug}}", "seed": {{Seed}}}""");
        var instance = await drawn.ReadAsync(HttpStatusCode.Created);
        var isDrawn = slug == "rnn-parameter-sizes-small" || instance["blanks"]!.AsArray().Any(blank => (string)blank!["kind"]! is "crossedOut" or "links");
        Assert.Equal(isDrawn, instance["components"]!.AsArray().Count > 0);
    }

    private static JsonObject Reference(Worksheet sheet) => sheet.Difference is { } difference
        ? new() { [difference.Blank] = new JsonArray([.. difference.Reference.Select(id => difference.Kind == BlankKind.Links ? Pair(id) : (JsonNode)id)]) }
        : new(sheet.Quantities.Where(quantity => quantity.IsBlank).Select(blank => KeyValuePair.Create(blank.Name.Text, (JsonNode?)Cells(sheet.Reference[blank.Name.Slot]))));

    private static JsonArray Pair(string link) => [.. link.Split("->").Select(unit => (JsonNode)unit)];

    private static JsonNode Cells(Tensor value) => value.Shape.Kind == ShapeKind.Size
        ? $"{value[0]}x{value[1]}"
        : new JsonArray([.. value.Cells.ToArray().Select(cell => (JsonNode)cell.ToString())]);
}
