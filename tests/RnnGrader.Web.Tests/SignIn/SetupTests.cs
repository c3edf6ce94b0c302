using System.Net;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.SignIn;

public sealed class SetupTests(Houses houses)
{
    private static readonly (string, string)[] Fields = [("name", "Ada"), ("email", "ada@example.org"), ("password", "four words by hand")];

    [Fact]
    public async Task On_the_embedded_default_the_machines_own_browser_makes_the_administrator_once()
    {
        await using var service = LocalService.Start(houses.Folder(), null);
        using var visitor = new Visitor(service.Http.BaseAddress!);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SendAsync("/setup", "/setup", Fields)).Response.StatusCode);
        Assert.True((bool)(await visitor.Http.GetJsonAsync("/api/v1/me"))["administrator"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/setup")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync("/account", "/setup", Fields)).Response.StatusCode);
    }

    [Theory, InlineData("X-Forwarded-For", "203.0.113.9"), InlineData("Host", "rnngrader.example.org")]
    public async Task On_the_embedded_default_nobody_makes_it_from_elsewhere(string header, string value)
    {
        await using var service = LocalService.Start(houses.Folder(), null);
        using var visitor = new Visitor(service.Http.BaseAddress!);
        visitor.Http.DefaultRequestHeaders.Add(header, value);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/setup")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SendAsync("/sign-in", "/setup", Fields)).Response.StatusCode);
    }

    [Trait("needs", "postgres")]
    [Fact]
    public async Task On_postgres_the_setting_token_makes_it_and_nothing_else_does()
    {
        var postgres = await houses.MigratedAsync(Database.Postgres);
        await using var service = LocalService.Start(houses.Folder(), postgres, ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken));
        using var visitor = new Visitor(service.Http.BaseAddress!);
        foreach (var token in new[] { "", "wrong" })
        {
            var (refused, text) = await visitor.SendAsync("/setup", "/setup", [.. Fields, ("token", token)]);
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
            Assert.Contains("role=\"alert\"", text, StringComparison.Ordinal);
        }

        Assert.False(await visitor.IsSignedInAsync());
        var at = await Task.WhenAll(Enumerable.Range(0, 4).Select(async number =>
        {
            using var one = new Visitor(service.Http.BaseAddress!);
            return (await one.SendAsync("/setup", "/setup", ("name", "Ada"), ("email", $"ada{number}@example.org"), ("password", "four words by hand"), ("token", Houses.AdministratorToken))).Response.StatusCode;
        }));
        Assert.Single(at, status => status == HttpStatusCode.Redirect);
    }

    [Trait("needs", "postgres")]
    [Fact]
    public async Task On_postgres_without_the_setting_nobody_makes_it()
    {
        var postgres = await houses.MigratedAsync(Database.Postgres);
        await using var service = LocalService.Start(houses.Folder(), postgres);
        using var visitor = new Visitor(service.Http.BaseAddress!);
        await visitor.SendAsync("/setup", "/setup", [.. Fields, ("token", "")]);
        Assert.False(await visitor.IsSignedInAsync());
    }
}
