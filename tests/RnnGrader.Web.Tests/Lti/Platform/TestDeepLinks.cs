using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RnnGrader.Web.Tests.Lti.Platform;

/// <summary>Takes the answer to what is to be linked, and verifies it.</summary>
internal sealed class TestDeepLinks(TestPlatform platform)
{
    private readonly ConcurrentDictionary<string, bool> nonces = [];

    /// <summary>The claims of verified answers.</summary>
    public ConcurrentQueue<JsonObject> Answers { get; } = [];

    public void Map(WebApplication app) => app.MapPost("/deep-link-return", (Delegate)TakeAsync).DisableAntiforgery();

    private async Task<IResult> TakeAsync(HttpContext http)
    {
        var jwt = (await http.Request.ReadFormAsync())["JWT"].ToString();
        var set = JsonNode.Parse(await platform.ToolHttp.GetStringAsync(platform.ToolOrigin + "/lti/jwks"))!["keys"]!.AsArray();
        using var rsa = Jwt.Key(set.Single(key => (string)key!["kid"]! == (string)Jwt.Header(jwt)["kid"]!)!);
        var (_, claims) = Jwt.Verify(jwt, rsa);
        var (now, issued, expires) = (DateTimeOffset.UtcNow + platform.ClockAhead, (long)claims["iat"]!, (long)claims["exp"]!);
        if ((string)claims["iss"]! != platform.ClientId || (string)claims["aud"]! != platform.Issuer || !nonces.TryAdd((string)claims["nonce"]!, true)
            || issued > now.ToUnixTimeSeconds() || expires <= now.ToUnixTimeSeconds() || expires - issued > 600)
        {
            return TypedResults.BadRequest();
        }

        Answers.Enqueue(claims);
        return TypedResults.Text("linked");
    }
}
