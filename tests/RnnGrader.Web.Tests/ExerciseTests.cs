using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

public sealed class ExerciseTests(Houses houses)
{
    private readonly HttpClient http = houses.Client(Database.Sqlite);

    [Theory, InlineData(1), InlineData(2), InlineData(7), InlineData(100)]
    public async Task Pages_one_after_another_hold_every_exercise_once(int limit)
    {
        var slugs = new List<string>();
        for (var query = $"?limit={limit}"; query is not null;)
        {
            var page = await ReadAsync($"/api/v1/exercises{query}", HttpStatusCode.OK);
            Assert.InRange(page["items"]!.AsArray().Count, 1, limit);
            slugs.AddRange(page["items"]!.AsArray().Select(item => (string)item!["slug"]!));
            Assert.True(page.AsObject().ContainsKey("next"));
            query = page["next"] is { } next ? $"?limit={limit}&cursor={next}" : null;
        }

        Assert.Equal(RnnGrader.Exercises.Catalogue.All.Select(exercise => exercise.Slug), slugs);
    }

    [Fact]
    public async Task Every_exercise_is_described_with_parameters_and_blanks()
    {
        foreach (var item in (await ReadAsync("/api/v1/exercises", HttpStatusCode.OK))["items"]!.AsArray())
        {
            Assert.Equal(["number", "slug", "title", "level", "version", "summary"], item!.AsObject().Select(member => member.Key));
            var detail = await ReadAsync($"/api/v1/exercises/{item["slug"]}", HttpStatusCode.OK);
            Assert.All(item.AsObject(), member => Assert.True(JsonNode.DeepEquals(member.Value, detail[member.Key])));
            Assert.Contains(detail["parameters"]!.AsArray(), parameter => (string)parameter!["name"]! == "difficulty");
            Assert.NotEmpty(detail["blanks"]!.AsArray());
        }
    }

    [Theory]
    [InlineData("limit=0"), InlineData("limit=101"), InlineData("limit=-1"), InlineData("limit=ten"), InlineData("limit=1&limit=2"), InlineData("limit=99999999999999999999"), InlineData("limit=%00")]
    [InlineData("cursor=!"), InlineData("cursor=AAAAAAAA"), InlineData("cursor=99999999999999999999999999999999999999"), InlineData("cursor=%F0%9F%98%80"), InlineData("cursor=LTE")]
    public async Task A_page_that_has_no_meaning_is_named(string query)
    {
        using var response = await http.GetAsync($"/api/v1/exercises?{query}", TestContext.Current.CancellationToken);
        var problem = await response.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(query.Split('=')[0], problem["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task An_unknown_exercise_is_not_found()
    {
        using var response = await http.GetAsync("/api/v1/exercises/rnn-step-99", TestContext.Current.CancellationToken);
        await response.ProblemAsync(HttpStatusCode.NotFound);
    }

    private async Task<JsonNode> ReadAsync(string path, HttpStatusCode expected)
    {
        using var response = await http.GetAsync(path, TestContext.Current.CancellationToken);
        return await response.ReadAsync(expected);
    }
}
