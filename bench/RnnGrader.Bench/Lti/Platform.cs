using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RnnGrader.Bench.Lti;

/// <summary>A platform that does next to nothing: what is measured is the tool's.</summary>
internal sealed class Platform : IAsyncDisposable
{
    public const string Client = "bench";
    public const string Claim = "https://purl.imsglobal.org/spec/lti/claim/";
    private const string Score = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    private readonly RSA key = RSA.Create(2048);
    private readonly WebApplication app;
    private int scores;

    private Platform(WebApplication app) => this.app = app;

    public string Issuer { get; private set; } = "";

    /// <summary>How many scores have come.</summary>
    public int Scores => scores;

    /// <summary>How long it thinks about each.</summary>
    public TimeSpan Delay { get; set; }

    public static async Task<Platform> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var platform = new Platform(builder.Build());
        platform.app.MapGet("/keys", platform.Keys);
        platform.app.MapPost("/token", () => TypedResults.Json(new Dictionary<string, object> { ["access_token"] = "token", ["token_type"] = "Bearer", ["expires_in"] = 3600, ["scope"] = Score }));
        platform.app.MapPost("/scores/scores", platform.TakeAsync);
        await platform.app.StartAsync();
        platform.Issuer = platform.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return platform;
    }

    public string IdToken(string tool, string user, string role, string nonce, string? assignment)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Issuer,
            ["aud"] = Client,
            ["sub"] = user,
            ["iat"] = now,
            ["exp"] = now + 300,
            ["nonce"] = nonce,
            ["name"] = user,
            [Claim + "version"] = "1.3.0",
            [Claim + "message_type"] = "LtiResourceLinkRequest",
            [Claim + "deployment_id"] = "1",
            [Claim + "target_link_uri"] = tool + "/lti/launch",
            [Claim + "roles"] = new[] { "http://purl.imsglobal.org/vocab/lis/v2/membership#" + role },
            [Claim + "context"] = new { id = "course", title = "A course" },
            [Claim + "resource_link"] = new { id = assignment is null ? "first" : "link" },
            [Claim + "custom"] = assignment is null ? [] : new Dictionary<string, string> { ["assignment"] = assignment },
            ["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"] = new { scope = new[] { Score }, lineitem = Issuer + "/scores" },
        };
        var signed = $"{Part(new { typ = "JWT", alg = "RS256", kid = "1" })}.{Part(claims)}";
        return $"{signed}.{WebEncoders.Base64UrlEncode(key.SignData(System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private static string Part(object json) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(json));

    private string Keys()
    {
        var shown = key.ExportParameters(false);
        return JsonSerializer.Serialize(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n = WebEncoders.Base64UrlEncode(shown.Modulus!), e = WebEncoders.Base64UrlEncode(shown.Exponent!) } } });
    }

    private async Task<StatusCodeHttpResult> TakeAsync()
    {
        if (Delay > TimeSpan.Zero)
        {
            await Task.Delay(Delay);
        }

        Interlocked.Increment(ref scores);
        return TypedResults.StatusCode((int)HttpStatusCode.NoContent);
    }
}
