using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

public sealed class SubmissionTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task A_submission_has_the_members_of_the_contract(Database database)
    {
        var http = houses.Client(database);
        var instance = await http.DrawAsync();
        using var response = await http.PostJsonAsync($"/api/v1/instances/{instance["id"]}/submissions", """{"answers": {"h_1": [["1+3-1"], [5], [null]], "y_1": ["?", "1/3"]}}""");
        var submission = await response.ReadAsync(HttpStatusCode.Created);

        Assert.Equal(
            ["id", "instance", "receivedAt", "score", "correct", "carried", "total", "complete", "errors", "firstDivergence", "hints", "cells"],
            submission.AsObject().Select(member => member.Key));
        Assert.Equal($"/api/v1/submissions/{submission["id"]}", response.Headers.Location?.OriginalString);
        Assert.Equal((string)instance["id"]!, (string)submission["instance"]!);
        Assert.EndsWith("Z", (string)submission["receivedAt"]!, StringComparison.Ordinal);
        Assert.Equal(DateTime.UtcNow, DateTime.Parse((string)submission["receivedAt"]!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), TimeSpan.FromMinutes(5));
        Assert.Equal(5, (int)submission["total"]!);
        var cells = submission["cells"]!.AsArray();
        Assert.Equal(["1+3-1", "5", null, "?", "1/3"], cells.Select(cell => (string?)cell!["given"]));
        Assert.Equal("""[3,5,null,null,"1/3"]""", new JsonArray([.. cells.Select(cell => cell!["value"]?.DeepClone())]).ToJsonString());
        Assert.Equal("empty", (string)cells[2]!["verdict"]!);
        Assert.Equal("unreadable", (string)cells[3]!["verdict"]!);
        Assert.NotEmpty((string)cells[3]!["feedback"]!);
        Assert.All(cells, cell => Assert.DoesNotContain(cell!.AsObject(), member => member.Value is null));
    }

    [Theory, OnEveryDatabase]
    public async Task Cells_sent_flat_are_graded_as_in_rows(Database database)
    {
        var http = houses.Client(database);
        var id = (await http.DrawAsync())["id"];
        using var flat = await http.PostJsonAsync($"/api/v1/instances/{id}/submissions", """{"answers": {"y_1": [7, "7"]}}""");
        using var rows = await http.PostJsonAsync($"/api/v1/instances/{id}/submissions", """{"answers": {"y_1": [["7"], [7]]}}""");
        Assert.True(JsonNode.DeepEquals((await flat.ReadAsync(HttpStatusCode.Created))["cells"], (await rows.ReadAsync(HttpStatusCode.Created))["cells"]));
    }

    [Theory, OnEveryDatabase]
    public async Task What_has_no_meaning_is_named(Database database)
    {
        var http = houses.Client(database);
        var id = (await http.DrawAsync())["id"];
        (string Body, string Path)[] cases =
        [
            ("""{}""", "answers"),
            ("""{"answers": null}""", "answers"),
            ("""{"answers": [1, 2]}""", "answers"),
            ("""{"answers": {}, "answer": {}}""", "answer"),
            ("""{"answers": {"h_9": [1]}}""", "answers.h_9"),
            ("""{"answers": {"h_1": [1, 2]}}""", "answers.h_1"),
            ("""{"answers": {"h_1": {"0": 1}}}""", "answers.h_1"),
            ("{\"answers\": {\"y_1\": [\"" + new string('1', 201) + "\", 1]}}", "answers.y_1"),
        ];
        foreach (var (body, path) in cases)
        {
            using var response = await http.PostJsonAsync($"/api/v1/instances/{id}/submissions", body);
            var problem = await response.ProblemAsync(HttpStatusCode.UnprocessableEntity);
            Assert.True(problem["errors"]!.AsObject().ContainsKey(path), $"{body}: {problem}");
        }
    }

    /// <summary>U+0000 and half a surrogate pair are what Postgres refuses to store; a number of a thousand digits is what jsonb refuses.</summary>
    [Theory, OnEveryDatabase]
    public async Task What_a_database_could_not_keep_is_unreadable_and_not_lost(Database database)
    {
        var http = houses.Client(database);
        var id = (await http.DrawAsync())["id"];
        using var response = await http.PostJsonAsync($"/api/v1/instances/{id}/submissions", """{"answers": {"h_1": ["1\u0000", "\ud800", "\\u0000"], "y_1": [1e999999, -1E-999999]}}""");
        var submission = await response.ReadAsync(HttpStatusCode.Created);
        Assert.All(submission["cells"]!.AsArray().Take(3), cell => Assert.Equal("unreadable", (string)cell!["verdict"]!));
        Assert.Equal(["1�", "�", "\\u0000"], submission["cells"]!.AsArray().Take(3).Select(cell => (string)cell!["given"]!));
    }

    [Theory, OnEveryDatabase]
    public async Task An_unknown_submission_is_not_found(Database database)
    {
        using var response = await houses.Client(database).GetAsync($"/api/v1/submissions/{Guid.NewGuid():N}", TestContext.Current.CancellationToken);
        await response.ProblemAsync(HttpStatusCode.NotFound);
    }
}
