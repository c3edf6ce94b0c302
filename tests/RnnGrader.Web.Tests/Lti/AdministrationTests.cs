using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>Platforms as administrators see to them.</summary>
public sealed class AdministrationTests(Houses houses)
{
    private const string Good = """{"issuer": "https://lms.example.org", "clientId": "1", "authorizationEndpoint": "http://localhost/auth", "tokenEndpoint": "http://localhost/token", "keysUrl": "http://localhost/keys"}""";

    [Theory, OnEveryDatabase]
    public async Task What_is_done_about_a_platform_is_recorded_and_what_changes_nothing_is_not(Database database)
    {
        var administrator = houses.AsAdministrator(database);
        await using var platform = await TestPlatform.StartAsync(administrator.BaseAddress!.ToString());
        var id = (string)(await platform.RegisterAsync(administrator))["id"]!;
        await platform.RegisterAsync(administrator);
        platform.Tokens.Audience = "https://auth.example.org";
        await platform.RegisterAsync(administrator);
        for (var time = 0; time < 2; time++)
        {
            using var admitted = await administrator.PostJsonAsync($"/api/v1/lti/registrations/{id}/deployments", """{"id": "hall 7"}""");
            Assert.Equal(HttpStatusCode.NoContent, admitted.StatusCode);
        }

        using var removed = await administrator.DeleteAsync($"/api/v1/lti/registrations/{id}", TestContext.Current.CancellationToken);
        await using var store = houses.Store(database);
        var lines = await store.Audit.Where(entry => entry.Subject == id).OrderBy(entry => entry.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["platform.registered", "platform.changed", "deployment.admitted", "platform.removed"], lines.Select(line => line.Action));
        Assert.All(lines, line => Assert.Equal((null, Person.AdministratorId), (line.CourseId, line.ActorId)));
        Assert.Contains(platform.Issuer, lines[^1].Before, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("issuer", "\" \"")]
    [InlineData("clientId", "\"\"")]
    [InlineData("name", "\"\"")]
    [InlineData("authorizationEndpoint", "null")]
    [InlineData("authorizationEndpoint", "\"ftp://localhost/auth\"")]
    [InlineData("keysUrl", "\"nowhere\"")]
    [InlineData("tokenEndpoint", "\"nowhere\"")]
    [InlineData("deployments", "[\"\"]")]
    public async Task A_registration_that_is_not_in_order_is_refused_by_what_is_wrong(string member, string value)
    {
        var request = System.Text.Json.Nodes.JsonNode.Parse(Good)!;
        request[member] = System.Text.Json.Nodes.JsonNode.Parse(value);
        using var refused = await houses.AsAdministrator(Database.Sqlite).PostJsonAsync("/api/v1/lti/registrations", request.ToJsonString());
        Assert.Contains(member, (await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity))["errors"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_is_let_in_by_a_name_and_at_a_platform_that_there_is()
    {
        var administrator = houses.AsAdministrator(Database.Sqlite);
        await using var platform = await TestPlatform.StartAsync(administrator.BaseAddress!.ToString());
        var id = (string)(await platform.RegisterAsync(administrator))["id"]!;
        using var nameless = await administrator.PostJsonAsync($"/api/v1/lti/registrations/{id}/deployments", """{"id": ""}""");
        using var nowhere = await administrator.PostJsonAsync($"/api/v1/lti/registrations/{Guid.NewGuid():N}/deployments", """{"id": "1"}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        Assert.Contains("no such registration", (await nowhere.ProblemAsync(HttpStatusCode.NotFound)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tools_private_keys_are_stored_encrypted()
    {
        await houses.Client(Database.Sqlite).GetStringAsync("/lti/jwks", TestContext.Current.CancellationToken);
        await using var store = houses.Store(Database.Sqlite);
        using var rsa = RSA.Create();
        foreach (var key in await store.LtiKeys.ToListAsync(TestContext.Current.CancellationToken))
        {
            Assert.ThrowsAny<CryptographicException>(() => rsa.ImportPkcs8PrivateKey(key.PrivateKey, out _));
        }
    }
}
