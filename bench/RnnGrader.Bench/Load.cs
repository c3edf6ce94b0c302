using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace RnnGrader.Bench;

/// <summary>Clients that submit answers to rnn-step-2 over HTTP, each with a key, as fast as they are answered.</summary>
internal static class Load
{
    private const int Instances = 100;

    /// <summary>Requests a second, and the median and 99th percentile of the milliseconds that one took.</summary>
    public static async Task<string> RunAsync(Uri address, int requests, int clients)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = clients }) { BaseAddress = address };
        var work = new List<(string Path, byte[] Body)>();
        for (var seed = 0; seed < Instances; seed++)
        {
            using var drawn = await http.PostAsJsonAsync("/api/v1/instances", new { exercise = "rnn-step-2", seed });
            var instance = await drawn.Content.ReadFromJsonAsync<JsonElement>();
            work.Add(($"/api/v1/instances/{instance.GetProperty("id").GetString()}/submissions", Encoding.UTF8.GetBytes("""{"answers": {"h_2": ["1+3-1", "5", "0"], "y_2": [7, "-2"]}}""")));
        }

        var taken = new double[requests];
        var next = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            for (var number = Interlocked.Increment(ref next); number < requests; number = Interlocked.Increment(ref next))
            {
                var began = clock.Elapsed;
                var (path, body) = work[number % Instances];
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
                request.Content.Headers.ContentType = new("application/json");
                request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                using var response = await http.SendAsync(request);
                if (response.StatusCode != HttpStatusCode.Created)
                {
                    throw new InvalidOperationException($"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
                }

                await response.Content.ReadAsByteArrayAsync();
                taken[number] = (clock.Elapsed - began).TotalMilliseconds;
            }
        }));
        var seconds = clock.Elapsed.TotalSeconds;
        Array.Sort(taken);
        return string.Create(CultureInfo.InvariantCulture, $"{requests / seconds:F0} {taken[requests / 2]:F1} {taken[requests * 99 / 100]:F1}");
    }
}
