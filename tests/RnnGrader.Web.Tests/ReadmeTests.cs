using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

/// <summary>With RNNGRADER_UPDATE=1 in the environment the README is brought up to date and the test passes.</summary>
public sealed partial class ReadmeTests(Houses houses)
{
    [Fact]
    public async Task The_walk_through_shows_what_the_service_answers()
    {
        var file = Path.Combine(Folder(), "..", "..", "README.md");
        var readme = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var http = houses.Client(Database.Sqlite);
        var sent = Sent().Matches(readme).Select(body => body.Groups[1].Value).ToList();

        using var drawn = await http.PostJsonAsync("/api/v1/instances", sent[0]);
        var instance = await drawn.ReadAsync(HttpStatusCode.Created);
        using var submitted = await http.PostJsonAsync($"/api/v1/instances/{instance["id"]}/submissions", sent[1]);
        var submission = await submitted.ReadAsync(HttpStatusCode.Created);

        if (Environment.GetEnvironmentVariable("RNNGRADER_UPDATE") == "1")
        {
            var answers = new Queue<string>([await TextAsync(drawn), await TextAsync(submitted)]);
            readme = Shown().Replace(readme, _ => $"```json\n{OnLines(answers.Dequeue())}\n```");
            await File.WriteAllTextAsync(file, readme, TestContext.Current.CancellationToken);
        }

        var shown = Shown().Matches(readme).Select(body => JsonNode.Parse(body.Groups[1].Value)!).ToList();
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

    // As it came, with each list and each of its objects on a line of its own.
    private static string OnLines(string json) => Objects().Replace(Lists().Replace(json, "\n $1"), "},\n  {$1");

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex("-d '(.*)'\\s")]
    private static partial Regex Sent();

    [GeneratedRegex("```json\\s(.*?)\\s```", RegexOptions.Singleline)]
    private static partial Regex Shown();

    [GeneratedRegex("(\"(?:givens|formulas|blanks|cells|components)\":)")]
    private static partial Regex Lists();

    [GeneratedRegex("\\},\\{(\"(?:name|blank)\")")]
    private static partial Regex Objects();
}
