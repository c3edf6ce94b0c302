using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Lti.Platform;

/// <summary>An LMS of our own on another site than the tool's, as strict as real ones are seen to be, and with their quirks and faults where a test wants them.</summary>
internal sealed class TestPlatform : IAsyncDisposable
{
    private static readonly string[] Expected = ["scope", "response_type", "response_mode", "prompt", "client_id", "redirect_uri", "login_hint", "lti_message_hint", "state", "nonce"];
    private static readonly (string Kid, RSA Key) First = ("first", RSA.Create(2048));
    private readonly ConcurrentDictionary<string, Launch> launches = [];
    private readonly List<(string Kid, RSA Key)> keys = [];
    private WebApplication? app;

    private TestPlatform(string issuer, string tool)
    {
        (Issuer, ToolOrigin) = (issuer, tool);
        Tokens = new(this);
        Grades = new(this);
        Roster = new(this);
        DeepLinks = new(this);
        Registering = new(this);
        Frames = new(this);
        keys.Add(First);
    }

    public string Issuer { get; }

    /// <summary>Where the tool is. A service that is started again may be elsewhere.</summary>
    public string ToolOrigin { get; set; }

    public string ClientId { get; set; } = "client-1";

    public TestTokens Tokens { get; }

    public TestGrades Grades { get; }

    public TestRoster Roster { get; }

    public TestDeepLinks DeepLinks { get; }

    public TestRegistering Registering { get; }

    public TestFrames Frames { get; }

    /// <summary>How much its clock is ahead of the tool's.</summary>
    public TimeSpan ClockAhead { get; set; }

    /// <summary>How many requests have come.</summary>
    public int Asked { get; private set; }

    /// <summary>How often its keys were asked for.</summary>
    public int KeyFetches { get; private set; }

    public bool KeysAreAway { get; set; }

    /// <summary>How long its keys may be kept.</summary>
    public TimeSpan KeysMaxAge { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>What a test does to each of its published keys.</summary>
    public Action<JsonObject> ChangeKey { get; set; } = _ => { };

    public HttpClient ToolHttp { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    public static async Task<TestPlatform> StartAsync(string tool)
    {
        var platform = new TestPlatform($"http://localhost:{PostgresCluster.FreePort()}", tool.TrimEnd('/'));
        await platform.OpenAsync();
        return platform;
    }

    /// <summary>Answers requests from now on.</summary>
    public async Task OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Issuer).ConfigureKestrel(kestrel => kestrel.ResponseHeaderEncodingSelector = _ => System.Text.Encoding.UTF8);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero);
        app = builder.Build();
        app.Use((http, next) =>
        {
            Asked++;
            return next(http);
        });
        app.MapGet("/keys", Keys);
        app.MapGet("/auth", Authorize);
        Tokens.Map(app);
        Grades.Map(app);
        Roster.Map(app);
        DeepLinks.Map(app);
        Registering.Map(app);
        Frames.Map(app);
        await app.StartAsync();
    }

    /// <summary>Goes away: connections are refused. What it knows it still knows when it is back.</summary>
    public async Task CloseAsync()
    {
        if (app is { } open)
        {
            app = null;
            await open.DisposeAsync();
        }
    }

    /// <summary>Starts it and makes it known to the tool.</summary>
    public static async Task<TestPlatform> RegisteredAsync(Houses houses, Database database, string? client = null)
    {
        var platform = await StartAsync(houses.Client(database).BaseAddress!.ToString());
        platform.ClientId = client ?? platform.ClientId;
        await platform.RegisterAsync(houses.AsAdministrator(database));
        return platform;
    }

    public async Task<JsonNode> RegisterAsync(HttpClient administrator, bool hasTokens = true)
    {
        var (token, audience) = (hasTokens ? $"\"{Issuer}/token\"" : "null", Tokens.Audience is null ? "null" : $"\"{Tokens.Audience}\"");
        using var response = await administrator.PostJsonAsync("/api/v1/lti/registrations", $$"""
            {"issuer": "{{Issuer}}", "clientId": "{{ClientId}}", "name": "The test platform", "authorizationEndpoint": "{{Issuer}}/auth", "tokenEndpoint": {{token}}, "tokenAudience": {{audience}},
             "keysUrl": "{{Issuer}}/keys", "deployments": ["1"]}
            """);
        return await response.ReadAsync(System.Net.HttpStatusCode.OK);
    }

    /// <summary>The address by which a browser begins the launch.</summary>
    public string LoginUrl(Launch launch, string? more = null)
    {
        var hint = Guid.NewGuid().ToString("N");
        launches[hint] = launch;
        return $"{ToolOrigin}/lti/login?iss={Uri.EscapeDataString(Issuer)}&login_hint={launch.User}&lti_message_hint={hint}"
            + $"&target_link_uri={Uri.EscapeDataString(ToolOrigin + "/lti/launch")}&client_id={ClientId}&lti_deployment_id={launch.Deployment}{more}";
    }

    public void RotateKey(bool keepOld = true, int bits = 2048)
    {
        if (!keepOld)
        {
            keys.Clear();
        }

        keys.Add((Guid.NewGuid().ToString("N"), RSA.Create(bits)));
    }

    public string IdToken(Launch launch, string nonce)
    {
        var (kid, key) = keys[^1];
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = kid };
        launch.ChangeHeader(header);
        return Jwt.Write(header, launch.Claims(this, nonce), data => launch.Sign?.Invoke(key, data) ?? Jwt.Rs256(key, data));
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        ToolHttp.Dispose();
    }

    private ContentHttpResult Keys(HttpContext http)
    {
        KeyFetches++;
        http.Response.Headers.CacheControl = FormattableString.Invariant($"max-age={KeysMaxAge.TotalSeconds}");
        return KeysAreAway ? TypedResults.Content("""{"keys": []}""", "application/json", statusCode: 503) : TypedResults.Content(new JsonObject { ["keys"] = new JsonArray([.. keys.Select(Jwk)]) }.ToJsonString(), "application/json");
    }

    private JsonObject Jwk((string Kid, RSA Key) pair)
    {
        var jwk = Jwt.Jwk(pair.Key, pair.Kid);
        ChangeKey(jwk);
        return jwk;
    }

    // Moodle with a SameSite=Lax session takes a GET and fails on fields that it does not know.
    private IResult Authorize(HttpContext http)
    {
        var sent = http.Request.Query;
        var wrong = sent.Keys.Except(Expected).Select(name => $"unknown {name}")
            .Concat(Expected.Where(name => sent[name] is not [{ Length: > 0 }]).Select(name => $"no {name}"))
            .Concat(new (string Name, string Value)[] { ("scope", "openid"), ("response_type", "id_token"), ("response_mode", "form_post"), ("prompt", "none"), ("client_id", ClientId), ("redirect_uri", ToolOrigin + "/lti/launch") }
                .Where(pair => sent[pair.Name] != pair.Value).Select(pair => $"wrong {pair.Name}"))
            .ToList();
        if (wrong.Count > 0 || !launches.TryGetValue(sent["lti_message_hint"]!, out var launch) || launch.User != sent["login_hint"])
        {
            return TypedResults.Content($"refused: {string.Join(", ", wrong)}", "text/plain", statusCode: 400);
        }

        return Page($"""<form method="post" action="{sent["redirect_uri"]}"><input type="hidden" name="id_token" value="{IdToken(launch, sent["nonce"]!)}"><input type="hidden" name="state" value="{sent["state"]}"></form>""");
    }

    internal static IResult Page(string form) => TypedResults.Content($"<!DOCTYPE html><html><head><link rel=\"icon\" href=\"data:,\"></head><body>{form}<script>document.forms[0].submit()</script></body></html>", "text/html");
}
