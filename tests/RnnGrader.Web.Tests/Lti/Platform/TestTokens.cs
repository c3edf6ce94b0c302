using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RnnGrader.Web.Tests.Lti.Platform;

/// <summary>The token endpoint. It verifies assertions strictly: by the tool's published key, for this endpoint, short-lived, and once.</summary>
internal sealed class TestTokens(TestPlatform platform)
{
    private readonly ConcurrentDictionary<string, string> scopes = [];
    private readonly ConcurrentDictionary<string, bool> seen = [];
    private readonly ConcurrentDictionary<string, JsonNode> keys = [];
    private bool keepsKeys;

    /// <summary>What was wrong with assertions.</summary>
    public ConcurrentQueue<string> Refused { get; } = [];

    /// <summary>For how many seconds a token is said to be good.</summary>
    public int Lifetime { get; set; } = 3600;

    /// <summary>What is granted in place of what was asked for; null for just that.</summary>
    public string? Granted { get; set; }

    /// <summary>The `aud` that it insists on; null for its own address.</summary>
    public string? Audience { get; set; }

    /// <summary>What is answered in place of a token; null for a token.</summary>
    public Func<Task<IResult?>> Fault { get; set; } = () => Task.FromResult<IResult?>(null);

    public int Given => scopes.Count;

    /// <summary>The keys that good assertions were signed with.</summary>
    public ConcurrentQueue<string> Kids { get; } = [];

    /// <summary>Keeps the tool's keys as they are published now, and asks for them no more.</summary>
    public async Task KeepKeysAsync()
    {
        foreach (var jwk in JsonNode.Parse(await platform.ToolHttp.GetStringAsync(platform.ToolOrigin + "/lti/jwks"))!["keys"]!.AsArray())
        {
            keys[(string)jwk!["kid"]!] = jwk;
        }

        keepsKeys = true;
    }

    /// <summary>Makes every token given so far worthless.</summary>
    public void Revoke() => scopes.Clear();

    public void Map(WebApplication app) => app.MapPost("/token", (Delegate)GiveAsync).DisableAntiforgery();

    /// <summary>Whether a request brings a token for the scope.</summary>
    public bool Allows(HttpRequest request, string scope) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.Ordinal) && scopes.TryGetValue(header[7..], out var granted) && granted.Split(' ').Contains(scope);

    private async Task<IResult> GiveAsync(HttpContext http)
    {
        http.Response.Headers.Date = (DateTimeOffset.UtcNow + platform.ClockAhead).ToString("R");
        http.Response.Headers.SetCookie = "one=tool; path=/";
        if (http.Request.Headers.Cookie.Count > 0)
        {
            Refused.Enqueue("Cookies tie together what different courses ask.");
        }

        var form = await http.Request.ReadFormAsync();
        if (await Fault() is { } fault)
        {
            return fault;
        }

        var assertion = form["client_assertion"].ToString();
        try
        {
            using var rsa = Jwt.Key(await KeyAsync((string)Jwt.Header(assertion)["kid"]!));
            var (header, claims) = Jwt.Verify(assertion, rsa);
            var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            Need(form["grant_type"] == "client_credentials", "grant_type");
            Need(form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion_type");
            Need((string)header["alg"]! == "RS256", "alg");
            Need((string)claims["iss"]! == platform.ClientId && (string)claims["sub"]! == platform.ClientId, "iss and sub");
            Need((string)claims["aud"]! == (Audience ?? platform.Issuer + "/token"), "aud");
            Need((string?)claims[Launch.Claim + "deployment_id"] is { Length: > 0 }, "deployment_id");
            Need((long)claims["exp"]! > now && (long)claims["exp"]! - (long)claims["iat"]! <= 300, "exp");
            Need(seen.TryAdd((string)claims["jti"]!, true), "jti");
            Need(form["scope"].ToString().Length > 0, "scope");
            var token = Guid.NewGuid().ToString("N");
            scopes[token] = form["scope"].ToString();
            Kids.Enqueue((string)header["kid"]!);
            return TypedResults.Json(new { access_token = token, token_type = "Bearer", expires_in = Lifetime, scope = Granted ?? form["scope"].ToString() });
        }
        catch (Exception error)
        {
            Refused.Enqueue(error.Message);
            return TypedResults.Json(new { error = "invalid_client", error_description = error.Message }, statusCode: 400);
        }
    }

    // Kept, as platforms do: it need not reach the tool for every token.
    private async Task<JsonNode> KeyAsync(string kid)
    {
        if (!keys.TryGetValue(kid, out var jwk))
        {
            Need(!keepsKeys, "kid");
            var set = JsonNode.Parse(await platform.ToolHttp.GetStringAsync(platform.ToolOrigin + "/lti/jwks"))!["keys"]!.AsArray();
            jwk = keys[kid] = set.Single(key => (string)key!["kid"]! == kid)!;
        }

        return jwk;
    }

    private static void Need(bool isSo, string what)
    {
        if (!isSo)
        {
            throw new InvalidOperationException($"The assertion's {what} is wrong.");
        }
    }
}
