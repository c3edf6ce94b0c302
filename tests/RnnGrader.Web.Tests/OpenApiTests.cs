using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

public sealed class OpenApiTests(Houses houses)
{
    private readonly string kept = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi.json"));

    [Fact]
    public async Task The_kept_document_is_what_the_code_says()
    {
        var (code, document) = await ServiceProcess.RunAsync("openapi", houses.Folder(), null);
        Assert.Equal(0, code);
        Assert.True(kept.Trim() == document.Trim(), "openapi.json is not what the code says. Run: dotnet run --project src/RnnGrader.Web openapi > openapi.json");
    }

    [Theory, InlineData("/openapi.json"), InlineData("/api/v1/openapi.json")]
    public async Task The_kept_document_is_served_unchanged(string path) =>
        Assert.Equal(kept, await houses.Client(Database.Sqlite).GetStringAsync(path, TestContext.Current.CancellationToken));

    [Fact]
    public void Every_operation_has_a_summary_and_every_status_a_description()
    {
        foreach (var operation in JsonNode.Parse(kept)!["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()))
        {
            Assert.NotEmpty((string)operation.Value!["summary"]!);
            Assert.All(operation.Value["responses"]!.AsObject(), response => Assert.Contains(' ', (string)response.Value!["description"]!));
        }
    }

    [Fact]
    public async Task The_pages_of_the_documentation_come_from_this_host_alone()
    {
        var page = await houses.Client(Database.Sqlite).GetStringAsync("/docs/index.html", TestContext.Current.CancellationToken);
        Assert.Contains("swagger-ui", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.Contains("../openapi.json", await houses.Client(Database.Sqlite).GetStringAsync("/docs/index.js", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
