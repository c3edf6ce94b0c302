using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>Whatever a platform writes into a token is taken or refused with a reason, and is never a mistake of ours.</summary>
public sealed class ClaimTests(Houses houses)
{
    private static readonly string[] Values =
    [
        "null", "true", "7", "-1", "1e999", "\"text\"", "\"\"", "\"nul\\u0000\"", $"\"{Jwt.Half}\"", "[]", "[[]]", "[null]", "[1]", "[\"text\"]", "{}", "{\"id\": 1}", "{\"id\": \"nul\\u0000\"}", $$"""{"id": "{{Jwt.Half}}"}""",
    ];

    [Theory]
    [InlineData("LtiResourceLinkRequest")]
    [InlineData("LtiDeepLinkingRequest")]
    public async Task A_claim_of_any_other_type_is_no_mistake_of_ours(string message)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Postgres);
        var launch = new Launch { Message = message, Roles = Launch.Instructor, Custom = new() { ["assignment"] = "$none" } };
        var places = Places(launch.Claims(platform, "")).ToList();
        Assert.True(places.Count > 30, $"{places.Count}");
        var bad = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var kinds = from place in places from value in Values select (place, value);
        await Parallel.ForEachAsync(kinds, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (kind, _) =>
        {
            using var browser = new TestBrowser();
            using var answer = await browser.LaunchAsync(platform, launch with { User = "fuzz", Change = claims => Put(claims, kind.place, kind.value) });
            if (answer.StatusCode is not (HttpStatusCode.SeeOther or HttpStatusCode.Unauthorized))
            {
                bad.Enqueue($"{string.Join('.', kind.place)} = {kind.value}: {answer.StatusCode}");
            }
        });
        Assert.True(bad.IsEmpty, string.Join('\n', bad.Order()));
    }

    /// <summary>What is sent beside the token, and in its header.</summary>
    [Fact]
    public async Task Text_that_no_store_keeps_is_refused_wherever_it_stands()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Postgres);
        using var browser = new TestBrowser();
        var names = new Launch { Change = claims => (claims["nul\0"], claims[Jwt.Half]) = (1, 1) };
        using (var landed = await browser.LaunchAsync(platform, names))
        {
            Assert.True(landed.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Unauthorized, $"{landed.StatusCode}");
        }

        foreach (var (name, value) in Values.SelectMany(value => ((string, string)[])[("alg", value), ("kid", value)]))
        {
            using var answer = await browser.LaunchAsync(platform, new Launch { ChangeHeader = header => header[name] = JsonNode.Parse(value) });
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{name} {value}");
        }

        var login = platform.LoginUrl(new Launch());
        foreach (var name in new[] { "iss=", "login_hint=", "client_id=", "lti_message_hint=", "target_link_uri=", "lti_storage_target=" })
        {
            using var answer = await browser.GetAsync(login.Contains(name, StringComparison.Ordinal) ? login.Replace(name, name + "%00", StringComparison.Ordinal) : login + "&" + name + "%00");
            Assert.True((int)answer.StatusCode < 500, $"{name} {answer.StatusCode}");
        }

        var (action, fields) = await browser.BeginAsync(platform, new Launch());
        foreach (var name in new[] { "state", "id_token", "error", "error_description" })
        {
            using var answer = await browser.SendAsync((action, new(fields) { ["error"] = "sad", [name] = "nul\0" }));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_token_that_is_too_long_is_refused()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        foreach (var length in new[] { 300_000, 5_000_000, 40_000_000 })
        {
            using var browser = new TestBrowser();
            var (action, fields) = await browser.BeginAsync(platform, new Launch());
            var token = fields["id_token"].Split('.');
            fields["id_token"] = $"{token[0]}.{new string('A', length)}.{token[2]}";
            try
            {
                using var answer = await browser.SendAsync((action, fields));
                Assert.True((int)answer.StatusCode is 401 or 413, $"{length}: {answer.StatusCode}");
            }
            catch (HttpRequestException)
            {
                // It hung up before all of it was sent.
            }
        }
    }

    // Every member of the claims, and of objects within them.
    private static IEnumerable<string[]> Places(JsonObject claims) =>
        claims.SelectMany(claim => (string[][])[[claim.Key], .. claim.Value is JsonObject inner ? Places(inner).Select(place => (string[])[claim.Key, .. place]) : []]);

    private static void Put(JsonObject claims, string[] place, string value)
    {
        foreach (var step in place[..^1])
        {
            claims = claims[step]!.AsObject();
        }

        claims[place[^1]] = JsonNode.Parse(value);
    }
}
