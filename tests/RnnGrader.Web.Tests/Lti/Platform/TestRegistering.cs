using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RnnGrader.Web.Tests.Lti.Platform;

/// <summary>The platform's side of dynamic registration.</summary>
internal sealed class TestRegistering(TestPlatform platform)
{
    /// <summary>What the tool said of itself.</summary>
    public JsonNode? Tool { get; private set; }

    /// <summary>The one token that is taken.</summary>
    public string Token { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The issuer that the document names.</summary>
    public string? OtherIssuer { get; set; }

    /// <summary>The authorization endpoint that the document names.</summary>
    public string? OtherAuthorization { get; set; }

    public void Map(WebApplication app)
    {
        app.MapGet("/.well-known/openid-configuration", () => TypedResults.Json(new Dictionary<string, object>
        {
            ["issuer"] = OtherIssuer ?? platform.Issuer,
            ["authorization_endpoint"] = OtherAuthorization ?? platform.Issuer + "/auth",
            ["token_endpoint"] = platform.Issuer + "/token",
            ["jwks_uri"] = platform.Issuer + "/keys",
            ["registration_endpoint"] = platform.Issuer + "/register",
            ["https://purl.imsglobal.org/spec/lti-platform-configuration"] = new { product_family_code = "test", version = "1" },
        }));
        app.MapGet("/moved", () => TypedResults.Redirect("/.well-known/openid-configuration"));
        app.MapGet("/huge", () => TypedResults.Content($"{{\"issuer\": \"{new string('x', 2_000_000)}\"}}", "application/json"));
        app.MapGet("/odd", () => TypedResults.Bytes("{}"u8.ToArray(), "application/json; charset=unheard-of"));
        app.MapGet("/list", () => TypedResults.Content("[]", "application/json"));
        app.MapGet("/html", () => TypedResults.Content("<html></html>", "text/html"));
        app.MapPost("/register", (JsonElement tool, HttpContext http) =>
        {
            if (http.Request.Headers.Authorization != $"Bearer {Token}")
            {
                return Results.Unauthorized();
            }

            Tool = JsonNode.Parse(tool.GetRawText());
            return Results.Json(new Dictionary<string, object>
            {
                ["client_id"] = platform.ClientId,
                ["https://purl.imsglobal.org/spec/lti-tool-configuration"] = new { deployment_id = "made-at-once" },
            });
        });
    }
}
