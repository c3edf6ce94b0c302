using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

/// <summary>Two copies of the service over one database: neither keeps in memory what the other would need.</summary>
public sealed class CopyTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task What_one_copy_stored_another_answers_to_the_letter(Database database)
    {
        var copy = await houses.CopyAsync(database);
        foreach (var exercise in RnnGrader.Exercises.Catalogue.All)
        {
            using var drawn = await houses.Client(database).PostJsonAsync("/api/v1/instances", $$"""{"exercise": "{{exercise.Slug}}"}""");
            var instance = await drawn.ReadAsync(HttpStatusCode.Created);
            var answers = new JsonObject(instance["blanks"]!.AsArray().Select(blank => KeyValuePair.Create((string)blank!["name"]!, (JsonNode?)Guesses(blank, instance["components"]!.AsArray()))));
            using var submitted = await copy.PostJsonAsync($"/api/v1/instances/{instance["id"]}/submissions", new JsonObject { ["answers"] = answers }.ToJsonString());
            await submitted.ReadAsync(HttpStatusCode.Created);

            Assert.Equal(await TextAsync(drawn), await copy.GetStringAsync(drawn.Headers.Location, TestContext.Current.CancellationToken));
            Assert.Equal(await TextAsync(submitted), await houses.Client(database).GetStringAsync(submitted.Headers.Location, TestContext.Current.CancellationToken));
        }
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_request_to_both_at_once_is_carried_out_once(Database database)
    {
        var copy = await houses.CopyAsync(database);
        for (var round = 0; round < 20; round++)
        {
            var key = Guid.NewGuid().ToString();
            var both = await Task.WhenAll(
                houses.Client(database).PostJsonAsync("/api/v1/instances", """{"exercise": "rnn-step-1"}""", key),
                copy.PostJsonAsync("/api/v1/instances", """{"exercise": "rnn-step-1"}""", key));
            Assert.Equal((string)(await both[0].ReadAsync(HttpStatusCode.Created))["id"]!, (string)(await both[1].ReadAsync(HttpStatusCode.Created))["id"]!);
        }
    }

    // Values of every form: whole, decimal, fraction, working, size, text that can't be read, nothing.
    private static JsonArray Guesses(JsonNode blank, JsonArray components)
    {
        if ((string)blank["kind"]! == "crossedOut")
        {
            return [.. components.Where((_, index) => index % 3 == 0).Select(component => component!["id"]!.DeepClone())];
        }

        if ((string)blank["kind"]! == "links")
        {
            return [.. components.Where(component => (string)component!["kind"]! == "link").Take(5).Select(link => new JsonArray(link!["from"]!.DeepClone(), link["to"]!.DeepClone()))];
        }

        JsonNode?[] forms = ["1/3", 0.25, "1+3-1", "3x4", "what?", null, 7, "-0.0001"];
        return [.. Enumerable.Range(0, (int)blank["rows"]!).Select(row => new JsonArray([.. Enumerable.Range(0, (int)blank["columns"]!).Select(column => forms[(row + column) % forms.Length]?.DeepClone())]))];
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
