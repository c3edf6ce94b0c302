using System.Net;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

public sealed class RepetitionTests(Houses houses)
{
    private const string Answers = """{"answers": {"y_1": [1, 2]}}""";
    private readonly string key = Guid.NewGuid().ToString();

    [Theory, OnEveryDatabase]
    public async Task The_same_request_again_is_answered_the_same_and_stores_nothing(Database database)
    {
        var http = houses.Client(database);
        var instance = await http.DrawAsync();
        var path = $"/api/v1/instances/{instance["id"]}/submissions";
        using var first = await http.PostJsonAsync(path, Answers, key);
        using var second = await http.PostJsonAsync(path, Answers, key);
        await first.ReadAsync(HttpStatusCode.Created);
        await second.ReadAsync(HttpStatusCode.Created);

        Assert.Equal(await TextAsync(first), await TextAsync(second));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await StoredAsync(database, instance));
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_draw_again_is_answered_with_the_same_instance(Database database)
    {
        var http = houses.Client(database);
        using var first = await http.PostJsonAsync("/api/v1/instances", """{"exercise": "rnn-step-3"}""", key);
        using var second = await http.PostJsonAsync("/api/v1/instances", """{"exercise": "rnn-step-3"}""", key);
        await first.ReadAsync(HttpStatusCode.Created);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await TextAsync(first), await TextAsync(second));
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_key_with_another_body_is_refused(Database database)
    {
        var http = houses.Client(database);
        using var first = await http.PostJsonAsync("/api/v1/instances", """{"exercise": "rnn-step-1", "seed": 1}""", key);
        using var second = await http.PostJsonAsync("/api/v1/instances", """{"exercise": "rnn-step-1", "seed": 2}""", key);
        await first.ReadAsync(HttpStatusCode.Created);
        var problem = await second.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(problem["errors"]!["Idempotency-Key"]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_key_of_one_instance_is_new_for_another(Database database)
    {
        var http = houses.Client(database);
        var (one, other) = (await http.DrawAsync(), await http.DrawAsync());
        using var first = await http.PostJsonAsync($"/api/v1/instances/{one["id"]}/submissions", Answers, key);
        using var second = await http.PostJsonAsync($"/api/v1/instances/{other["id"]}/submissions", Answers, key);
        Assert.NotEqual((string)(await first.ReadAsync(HttpStatusCode.Created))["id"]!, (string)(await second.ReadAsync(HttpStatusCode.Created))["id"]!);
    }

    [Theory, OnEveryDatabase]
    public async Task Many_at_once_are_carried_out_once(Database database)
    {
        var http = houses.Client(database);
        for (var round = 0; round < 10; round++)
        {
            var instance = await http.DrawAsync();
            var responses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => http.PostJsonAsync($"/api/v1/instances/{instance["id"]}/submissions", Answers, key)));
            Assert.All(responses, response => Assert.Equal(HttpStatusCode.Created, response.StatusCode));
            Assert.Single((await Task.WhenAll(responses.Select(TextAsync))).Distinct());
            Assert.Equal(1, await StoredAsync(database, instance));
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_refused_request_leaves_its_key_free(Database database)
    {
        var http = houses.Client(database);
        using var refused = await http.PostJsonAsync("/api/v1/instances", """{"exercise": "rnn-step-99"}""", key);
        using var mended = await http.PostJsonAsync("/api/v1/instances", """{"exercise": "rnn-step-1"}""", key);
        await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        await mended.ReadAsync(HttpStatusCode.Created);
    }

    [Theory, OnEveryDatabase]
    public async Task A_key_is_one_short_line_of_ascii(Database database)
    {
        foreach (var odd in new[] { "", new string('k', 201), "k\tk" })
        {
            using var response = await houses.Client(database).PostJsonAsync("/api/v1/instances", """{"exercise": "rnn-step-1"}""", odd);
            await response.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        }

        using var longest = await houses.Client(database).PostJsonAsync("/api/v1/instances", """{"exercise": "rnn-step-1"}""", key.PadRight(200, '~'));
        await longest.ReadAsync(HttpStatusCode.Created);
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private async Task<int> StoredAsync(Database database, System.Text.Json.Nodes.JsonNode instance)
    {
        await using var store = houses.Store(database);
        var id = Guid.ParseExact((string)instance["id"]!, "N");
        return await store.Submissions.CountAsync(submission => submission.InstanceId == id, TestContext.Current.CancellationToken);
    }
}
