using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

public sealed class InstanceTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task An_instance_has_the_members_of_the_contract(Database database)
    {
        using var response = await houses.Client(database).PostJsonAsync("/api/v1/instances", """{"exercise": "rnn-step-1", "seed": 42, "parameters": {"difficulty": "standard"}}""");
        var instance = await response.ReadAsync(HttpStatusCode.Created);

        Assert.Equal(
            ["id", "exercise", "version", "seed", "title", "level", "prompt", "effort", "givens", "formulas", "blanks", "components"],
            instance.AsObject().Select(member => member.Key));
        Assert.Equal(42, (long)instance["seed"]!);
        Assert.Equal("beginner", (string)instance["level"]!);
        Assert.Equal($"/api/v1/instances/{instance["id"]}", response.Headers.Location?.OriginalString);
        var given = instance["givens"]!.AsArray().Single(given => (string)given!["name"]! == "W_hx")!;
        Assert.Equal((int)given["rows"]!, given["values"]!.AsArray().Count);
        Assert.All(given["values"]!.AsArray(), row => Assert.Equal((int)given["columns"]!, row!.AsArray().Count));
        Assert.Contains("h_1 = ReLU(W_hx · x_1 + W_hh · h_0 + b_h)", instance["formulas"]!.AsArray().Select(formula => (string)formula!));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"name": "h_1", "kind": "numbers", "rows": 3, "columns": 1}"""), instance["blanks"]![0]));
    }

    [Theory, OnEveryDatabase]
    public async Task Without_a_seed_one_is_chosen_and_named_and_draws_the_same_again(Database database)
    {
        var http = houses.Client(database);
        using var chosen = await http.PostJsonAsync("/api/v1/instances", """{"exercise": "rnn-step-2"}""");
        using var other = await http.PostJsonAsync("/api/v1/instances", """{"exercise": "rnn-step-2", "seed": null, "parameters": null, "givens": null}""");
        var instance = await chosen.ReadAsync(HttpStatusCode.Created);
        var seed = (long)instance["seed"]!;
        Assert.InRange(seed, 0, (1L << 53) - 1);
        Assert.NotEqual(seed, (long)(await other.ReadAsync(HttpStatusCode.Created))["seed"]!);
        Assert.True(JsonNode.DeepEquals(instance["givens"], (await http.DrawAsync("rnn-step-2", seed))["givens"]));
    }

    [Theory, OnEveryDatabase]
    public async Task What_has_no_meaning_is_named(Database database)
    {
        (string Body, string Path)[] cases =
        [
            ("""{}""", "exercise"),
            ("""{"exercise": 7}""", "exercise"),
            ("""{"exercise": "rnn-step-99"}""", "exercise"),
            ("""{"exercise": "rnn-step-1", "sed": 1}""", "sed"),
            ("""{"exercise": "rnn-step-1", "seed": -1}""", "seed"),
            ("""{"exercise": "rnn-step-1", "seed": 1.5}""", "seed"),
            ("""{"exercise": "rnn-step-1", "seed": "1"}""", "seed"),
            ("""{"exercise": "rnn-step-1", "seed": 9007199254740992}""", "seed"),
            ("""{"exercise": "rnn-step-1", "seed": 1, "givens": {}}""", "seed"),
            ("""{"exercise": "rnn-step-1", "givens": [1]}""", "givens"),
            ("""{"exercise": "rnn-step-1", "parameters": 3}""", "parameters"),
            ("""{"exercise": "rnn-step-1", "parameters": {"difficulty": "cruel"}}""", "parameters.difficulty"),
            ("""{"exercise": "rnn-step-1", "parameters": {"mood": 1}}""", "parameters.mood"),
            ("""{"exercise": "rnn-step-1", "givens": {"x_1": [1, 2, 3]}}""", "givens.W_hx"),
            ("""{"exercise": "mlp-parameter-sizes", "givens": {"size_X": 4, "size_H": 4, "size_Y": 3, "size_Z": 1}}""", "givens.size_Z"),
        ];
        foreach (var (body, path) in cases)
        {
            using var response = await houses.Client(database).PostJsonAsync("/api/v1/instances", body);
            var problem = await response.ProblemAsync(HttpStatusCode.UnprocessableEntity);
            Assert.True(problem["errors"]!.AsObject().ContainsKey(path), $"{body}: {problem}");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task The_greatest_seed_draws(Database database)
    {
        var instance = await houses.Client(database).DrawAsync("rnn-step-1", (1L << 53) - 1);
        Assert.Equal((1L << 53) - 1, (long)instance["seed"]!);
    }

    [Theory, OnEveryDatabase]
    public async Task An_unknown_instance_is_not_found(Database database)
    {
        foreach (var id in new[] { "nothing", Guid.NewGuid().ToString("N"), "a%0Ab", "..%2f", new string('9', 500) })
        {
            using var read = await houses.Client(database).GetAsync($"/api/v1/instances/{id}", TestContext.Current.CancellationToken);
            await read.ProblemAsync(HttpStatusCode.NotFound);
            using var answered = await houses.Client(database).PostJsonAsync($"/api/v1/instances/{id}/submissions", """{"answers": {}}""");
            await answered.ProblemAsync(HttpStatusCode.NotFound);
        }
    }
}
