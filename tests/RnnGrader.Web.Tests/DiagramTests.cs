using System.Net;
using System.Xml.Linq;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

public sealed class DiagramTests(Houses houses)
{
    [Theory, MemberData(nameof(CatalogueTests.Exercises), MemberType = typeof(CatalogueTests))]
    public async Task Every_exercise_is_pictured_in_both_views(string slug, Database database)
    {
        var http = houses.Client(database);
        using var drawn = await http.PostJsonAsync("/api/v1/instances", $$"""{"exercise": "{{slug}}", "seed": 1}""");
        var id = (await drawn.ReadAsync(HttpStatusCode.Created))["id"];
        foreach (var view in new[] { "matrix", "graph" })
        {
            using var response = await http.GetAsync($"/api/v1/instances/{id}/diagram.svg?view={view}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("image/svg+xml", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal("svg", XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!.Name.LocalName);
        }
    }

    [Fact]
    public async Task A_picture_of_nothing_is_refused()
    {
        var http = houses.Client(Database.Sqlite);
        using var nothing = await http.GetAsync("/api/v1/instances/nothing/diagram.svg", TestContext.Current.CancellationToken);
        using var photo = await http.GetAsync($"/api/v1/instances/{(await http.DrawAsync())["id"]}/diagram.svg?view=photo", TestContext.Current.CancellationToken);
        await nothing.ProblemAsync(HttpStatusCode.NotFound);
        await photo.ProblemAsync(HttpStatusCode.UnprocessableEntity);
    }
}
