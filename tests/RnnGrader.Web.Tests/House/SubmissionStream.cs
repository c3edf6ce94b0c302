using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;

namespace RnnGrader.Web.Tests.House;

/// <summary>Clients that submit one answer after another, each with a key of its own, and note what they were answered.</summary>
internal sealed class SubmissionStream(HttpClient http, JsonNode instance)
{
    private readonly string path = $"/api/v1/instances/{instance["id"]}/submissions";

    /// <summary>Every key that was sent.</summary>
    public ConcurrentBag<string> Sent { get; } = [];

    /// <summary>What was answered 201, by key.</summary>
    public ConcurrentDictionary<string, string> Stored { get; } = [];

    /// <summary>How often each other status was answered, and whether all said when to come back.</summary>
    public ConcurrentDictionary<HttpStatusCode, bool> Refused { get; } = [];

    /// <summary>Sends until cancelled, or until there is nobody to send to.</summary>
    public Task RunAsync(int clients, CancellationToken enough) => Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
    {
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            var key = $"{client}-{number}";
            Sent.Add(key);
            try
            {
                using var response = await SendAsync(http, key);
                if (response.StatusCode == HttpStatusCode.Created)
                {
                    Stored[key] = await response.Content.ReadAsStringAsync(CancellationToken.None);
                }
                else
                {
                    var later = response.Headers.RetryAfter is not null;
                    Refused.AddOrUpdate(response.StatusCode, later, (_, all) => all && later);
                }
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }));

    public Task<HttpResponseMessage> SendAsync(HttpClient to, string key) => to.PostJsonAsync(path, $"{{\"answers\": {{\"y_1\": [\"{key}\", 1]}}}}", key);
}
