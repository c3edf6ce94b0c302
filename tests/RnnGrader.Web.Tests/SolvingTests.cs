using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

public sealed class SolvingTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task A_hint_that_was_shown_is_said_with_the_submissions_after_it_and_no_other(Database database)
    {
        var http = houses.Client(database);
        var instance = $"/api/v1/instances/{(await http.DrawAsync())["id"]}";
        var before = await SubmitAsync(http, instance);
        for (var twice = 0; twice < 2; twice++)
        {
            using var response = await http.GetAsync($"{instance}/hints/y_1/1/0?level=3", TestContext.Current.CancellationToken);
            var hint = await response.ReadAsync(HttpStatusCode.OK);
            Assert.Contains("h_1[0]", (string)hint["text"]!, StringComparison.Ordinal);
        }

        var after = await SubmitAsync(http, instance);
        Assert.Equal("[]", before["hints"]!.ToJsonString());
        Assert.Equal("""[{"blank":"y_1","row":1,"column":0,"level":3}]""", after["hints"]!.ToJsonString());
        using var again = await http.GetAsync($"/api/v1/submissions/{before["id"]}", TestContext.Current.CancellationToken);
        Assert.True(JsonNode.DeepEquals(before, await again.ReadAsync(HttpStatusCode.OK)));
    }

    [Theory, OnEveryDatabase]
    public async Task Twenty_at_once_asking_for_one_hint_all_get_it(Database database)
    {
        var http = houses.Client(database);
        var instance = $"/api/v1/instances/{(await http.DrawAsync())["id"]}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => http.GetAsync($"{instance}/hints/h_1/0/0?level=2", TestContext.Current.CancellationToken)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single((await SubmitAsync(http, instance))["hints"]!.AsArray());
    }

    [Theory]
    [InlineData("h_1/0/0?level=0", HttpStatusCode.UnprocessableEntity)]
    [InlineData("h_1/0/0?level=4", HttpStatusCode.UnprocessableEntity)]
    [InlineData("h_1/0/0?level=x", HttpStatusCode.UnprocessableEntity)]
    [InlineData("h_1/9/0", HttpStatusCode.NotFound)]
    [InlineData("h_1/-1/0", HttpStatusCode.NotFound)]
    [InlineData("h_1/99999999999/0", HttpStatusCode.NotFound)]
    [InlineData("x_1/0/0", HttpStatusCode.NotFound)]
    public async Task A_hint_for_nothing_is_refused(string hint, HttpStatusCode status)
    {
        var http = houses.Client(Database.Sqlite);
        using var response = await http.GetAsync($"/api/v1/instances/{(await http.DrawAsync())["id"]}/hints/{hint}", TestContext.Current.CancellationToken);
        await response.ProblemAsync(status);
    }

    [Theory, MemberData(nameof(CatalogueTests.Exercises), MemberType = typeof(CatalogueTests))]
    public async Task The_solutions_values_score_1(string slug, Database database)
    {
        var http = houses.Client(database);
        using var drawn = await http.PostJsonAsync("/api/v1/instances", $$"""{"exercise": "{{slug}}"}""");
        var instance = $"/api/v1/instances/{(await drawn.ReadAsync(HttpStatusCode.Created))["id"]}";
        using var response = await http.GetAsync($"{instance}/solution", TestContext.Current.CancellationToken);
        var answers = Json.Answers(await response.ReadAsync(HttpStatusCode.OK));
        using var submitted = await http.PostJsonAsync($"{instance}/submissions", new JsonObject { ["answers"] = answers }.ToJsonString());
        Assert.Equal(1, (double)(await submitted.ReadAsync(HttpStatusCode.Created))["score"]!);
    }

    private static async Task<JsonNode> SubmitAsync(HttpClient http, string instance)
    {
        using var response = await http.PostJsonAsync($"{instance}/submissions", """{"answers": {"y_1": [1, 2]}}""");
        return await response.ReadAsync(HttpStatusCode.Created);
    }
}
