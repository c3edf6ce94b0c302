using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RnnGrader.Web.Lti.Launch;
using RnnGrader.Web.Lti.Scores;
using RnnGrader.Web.Outbound;

namespace RnnGrader.Web.Lti.Registering;

/// <summary>Reads what a platform says of itself, and tells it what this tool is.</summary>
internal sealed class PlatformDocument(OutboundHttp http)
{
    private const string ToolClaim = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    private const string PlatformClaim = "https://purl.imsglobal.org/spec/lti-platform-configuration";

    /// <summary>What is taken from a platform's OpenID configuration.</summary>
    internal sealed record Platform(string Issuer, string Name, string AuthorizationEndpoint, string? TokenEndpoint, string? Audience, string KeysUrl, string RegistrationEndpoint);

    public async Task<Platform> ReadAsync(string? url, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        var json = await SendAsync(request, cancellationToken);
        var issuer = Need(json, "issuer");
        var platform = new Platform(
            issuer,
            json.Object(PlatformClaim)?.Filled("product_family_code") is { } family ? $"{family} ({new Uri(url!).Host})" : new Uri(url!).Host,
            Need(json, "authorization_endpoint"), json.Filled("token_endpoint"), json.Filled("authorization_server"), Need(json, "jwks_uri"), Need(json, "registration_endpoint"));
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var own) || own.Host != new Uri(url!).Host)
        {
            throw Bad("The platform's issuer is on another host than its openid_configuration.");
        }

        return new[] { platform.AuthorizationEndpoint, platform.KeysUrl, platform.RegistrationEndpoint, platform.TokenEndpoint ?? platform.KeysUrl }.Select(http.Refusal).FirstOrDefault(r => r is not null) is { } refusal
            ? throw Bad($"The platform names an address that is not taken. {refusal}") : platform;
    }

    /// <returns>The client id, and the deployment where the platform makes one at once.</returns>
    public async Task<(string ClientId, string? DeploymentId)> RegisterAsync(Platform platform, string? token, string origin, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, platform.RegistrationEndpoint)
        {
            Content = new StringContent(JsonSerializer.Serialize(Tool(origin)), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        var json = await SendAsync(request, cancellationToken);
        return (Need(json, "client_id"), json.Object(ToolClaim)?.Filled("deployment_id"));
    }

    private static Dictionary<string, object> Tool(string origin) => new()
    {
        ["application_type"] = "web",
        ["response_types"] = new[] { "id_token" },
        ["grant_types"] = new[] { "implicit", "client_credentials" },
        ["initiate_login_uri"] = origin + LtiEndpoints.LoginPath,
        ["redirect_uris"] = new[] { origin + LtiEndpoints.LaunchPath },
        ["client_name"] = "RnnGrader",
        ["jwks_uri"] = origin + LtiEndpoints.KeysPath,
        ["token_endpoint_auth_method"] = "private_key_jwt",
        ["scope"] = string.Join(' ', LtiScopes.All),
        [ToolClaim] = new Dictionary<string, object>
        {
            ["domain"] = new Uri(origin).Authority,
            ["description"] = "Exercises on recurrent networks, with numbers of each student's own, graded cell by cell.",
            ["target_link_uri"] = origin + LtiEndpoints.LaunchPath,
            ["claims"] = new[] { "iss", "sub", "name", "given_name", "family_name", "email" },
            ["messages"] = new[]
            {
                new Dictionary<string, string> { ["type"] = TokenChecks.ResourceLink, ["target_link_uri"] = origin + LtiEndpoints.LaunchPath },
                new Dictionary<string, string> { ["type"] = TokenChecks.DeepLink, ["target_link_uri"] = origin + LtiEndpoints.LaunchPath, ["label"] = "RnnGrader" },
            },
        },
    };

    private async Task<LtiClaims> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await http.SendAsync(request, cancellationToken);
            using var json = answer.Status is 200 or 201 ? JsonDocument.Parse(answer.Body) : throw Bad($"{request.RequestUri} answered {answer.Status}.");
            return json.RootElement.ValueKind == JsonValueKind.Object ? new(json.RootElement.Clone()) : throw Bad($"{request.RequestUri} answered something else than a JSON object.");
        }
        catch (Exception error) when (error is OutboundException or JsonException)
        {
            throw Bad($"{request.RequestUri} gave no answer that can be read. {error.Message}");
        }
    }

    private static string Need(LtiClaims json, string name) => json.Filled(name) ?? throw Bad($"The platform's answer has no {name}.");

    private static LtiRefusal Bad(string sentence) => new("registration_failed", sentence);
}
