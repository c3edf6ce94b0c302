using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.Keys;
using RnnGrader.Web.Lti.Launch;
using RnnGrader.Web.Outbound;

namespace RnnGrader.Web.Lti.Scores;

/// <summary>Tokens for platforms' services, had by an assertion that is signed with our key (security framework 4.1). Kept until shortly before they end.</summary>
internal sealed class ServiceTokens(OutboundHttp http, TimeProvider time)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AssertionLifetime = TimeSpan.FromMinutes(4);
    private readonly ConcurrentDictionary<(Guid, string, string), Entry> tokens = [];

    /// <summary>By how much a platform's clock differs from the one here, as far as is known.</summary>
    private readonly ConcurrentDictionary<Guid, TimeSpan> offsets = [];

    public TimeSpan Offset(Guid registration) => offsets.GetValueOrDefault(registration);

    /// <summary>Forgets a token that a platform refused.</summary>
    public void Drop(string token)
    {
        foreach (var entry in tokens.Values.Where(entry => entry.Token == token))
        {
            entry.Until = default;
        }
    }

    /// <exception cref="OutboundException">None is to be had, for the reason in its message.</exception>
    public async Task<string> GetAsync(ToolKeys keys, LtiRegistration registration, string deployment, string scopes, CancellationToken cancellationToken)
    {
        var entry = tokens.GetOrAdd((registration.Id, deployment, scopes), _ => new());
        await entry.OneRequest.WaitAsync(cancellationToken);
        try
        {
            if (entry.Token is null || time.GetUtcNow() >= entry.Until)
            {
                await RequestAsync(entry, keys, registration, deployment, scopes, cancellationToken);
            }

            return entry.Token!;
        }
        finally
        {
            entry.OneRequest.Release();
        }
    }

    private async Task RequestAsync(Entry entry, ToolKeys keys, LtiRegistration registration, string deployment, string scopes, CancellationToken cancellationToken)
    {
        var endpoint = registration.TokenEndpoint ?? throw new OutboundException("The platform was registered without a token endpoint.", mayPass: false);
        var now = time.GetUtcNow();
        var assertion = await keys.SignAsync(
            new Dictionary<string, object>
            {
                ["iss"] = registration.ClientId,
                ["sub"] = registration.ClientId,
                ["aud"] = registration.TokenAudience ?? endpoint,
                ["iat"] = now.ToUnixTimeSeconds(),
                ["exp"] = (now + AssertionLifetime).ToUnixTimeSeconds(),
                ["jti"] = Guid.NewGuid().ToString("N"),
                [LtiClaims.Lti + "deployment_id"] = deployment,
            },
            cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                ["client_assertion"] = assertion,
                ["scope"] = scopes,
            }),
        };
        var answer = await http.SendAsync(request, cancellationToken);
        if (answer.Date is { } date)
        {
            offsets[registration.Id] = date - time.GetUtcNow();
        }

        Keep(entry, answer, scopes, now);
    }

    private static void Keep(Entry entry, OutboundAnswer answer, string scopes, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            var claims = new LtiClaims(json.RootElement);
            if (answer.Status is not ((int)HttpStatusCode.OK or (int)HttpStatusCode.Created) || claims.Filled("access_token") is not { } token)
            {
                throw new OutboundException($"The platform gave no token ({answer.Status}): {PlatformWords.Of(answer)}", MayPass(answer.Status));
            }

            if (claims.Filled("scope") is { } granted && scopes.Split(' ').Except(granted.Split(' ')).FirstOrDefault() is { } missing)
            {
                throw new OutboundException($"The platform does not grant {missing}.", mayPass: false);
            }

            (entry.Token, entry.Until) = (token, now + TimeSpan.FromSeconds(claims.Seconds("expires_in") ?? 300) - Margin);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or LtiRefusal)
        {
            throw new OutboundException($"The platform gave no token that can be read ({answer.Status}): {PlatformWords.Of(answer)}", MayPass(answer.Status));
        }
    }

    // A platform that has not fetched our newest key yet refuses the assertion with 400 or 401: that passes.
    private static bool MayPass(int status) => status is not 403 and not 404;

    private sealed class Entry
    {
        public SemaphoreSlim OneRequest { get; } = new(1, 1);

        public string? Token { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}
