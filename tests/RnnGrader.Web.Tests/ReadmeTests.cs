using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

public sealed partial class ReadmeTests(Houses houses)
{
    private readonly string readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    [Fact]
    public async Task The_walk_through_shows_what_the_service_answers()
    {
        var http = houses.Client(Database.Sqlite);
        var sent = Sent().Matches(readme).Select(body => body.Groups[1].Value).ToList();
        var shown = Shown().Matches(readme).Select(body => JsonNode.Parse(body.Groups[1].Value)!).ToList();

        using var drawn = await http.PostJsonAsync("/api/v1/instances", sent[0]);
        var instance = await drawn.ReadAsync(System.Net.HttpStatusCode.Created);
        using var submitted = await http.PostJsonAsync($"/api/v1/instances/{instance["id"]}/submissions", sent[1]);
        var submission = await submitted.ReadAsync(System.Net.HttpStatusCode.Created);

        Assert.Equal((string)shown[0]["id"]!, (string)shown[1]["instance"]!);
        Assert.Equal(Lasting(instance), Lasting(shown[0]));
        Assert.Equal(Lasting(submission), Lasting(shown[1]));
    }

    // All but what is new each time.
    private static string Lasting(JsonNode answer)
    {
        foreach (var name in new[] { "id", "instance", "receivedAt" })
        {
            answer.AsObject().Remove(name);
        }

        return answer.ToJsonString();
    }

    [GeneratedRegex("-d '(.*)'\\s")]
    private static partial Regex Sent();

    [GeneratedRegex("```json\\s(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shown();
}
