using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace RnnGrader.Bench.Lti;

/// <summary>Somebody's browser that comes from the platform. It keeps cookies by itself: .NET's would not send a Secure one to http.</summary>
internal sealed class Visitor(HttpClient http, Platform platform, string tool, string user, string role = "Learner")
{
    private readonly Dictionary<string, string> cookies = [];

    /// <returns>The time that the tool took for its two requests; the platform's part is not counted.</returns>
    public async Task<TimeSpan> LaunchAsync(string? assignment)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var login = await SendAsync(new(HttpMethod.Get, $"{tool}/lti/login?iss={platform.Issuer}&client_id={Platform.Client}&login_hint={user}&lti_message_hint=1&target_link_uri={tool}/lti/launch"), HttpStatusCode.Redirect);
        var taken = TimeProvider.System.GetElapsedTime(began);
        var query = QueryHelpers.ParseQuery(login.Headers.Location!.Query);
        var form = new Dictionary<string, string> { ["state"] = query["state"]!, ["id_token"] = platform.IdToken(tool, user, role, query["nonce"]!, assignment) };
        began = TimeProvider.System.GetTimestamp();
        using var landed = await SendAsync(new(HttpMethod.Post, tool + "/lti/launch") { Content = new FormUrlEncodedContent(form), Headers = { { "Origin", platform.Issuer } } }, HttpStatusCode.SeeOther);
        return taken + TimeProvider.System.GetElapsedTime(began);
    }

    public async Task<JsonElement> GetAsync(string path) => await ReadAsync(new(HttpMethod.Get, $"{tool}/api/v1{path}"));

    public async Task<JsonElement> PostAsync(string path, string body) =>
        await ReadAsync(new(HttpMethod.Post, $"{tool}/api/v1{path}") { Content = new StringContent(body, Encoding.UTF8, "application/json"), Headers = { { "Sec-Fetch-Site", "same-origin" } } });

    private async Task<JsonElement> ReadAsync(HttpRequestMessage request)
    {
        using var answer = await SendAsync(request, null);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpStatusCode? expected)
    {
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(pair => $"{pair.Key}={pair.Value}")));
        }

        var response = await http.SendAsync(request);
        if (expected is { } status ? response.StatusCode != status : !response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{request.RequestUri}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }

        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }

        foreach (var gone in cookies.Where(pair => pair.Value.Length == 0).ToList())
        {
            cookies.Remove(gone.Key);
        }

        return response;
    }
}
