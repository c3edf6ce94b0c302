using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Webhooks;

/// <summary>Somebody's server that is told of what happens in a course. It checks signatures as the documentation says.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    public const string Secret = "a secret of the receiver";
    private readonly WebApplication app;

    private Receiver(WebApplication app, int port)
    {
        (this.app, Url) = (app, $"http://localhost:{port}/hook");
        app.MapPost("/hook", (Delegate)TakeAsync);
    }

    public string Url { get; }

    /// <summary>Statuses to answer before 200.</summary>
    public ConcurrentQueue<int> Answers { get; set; } = [];

    /// <summary>How many seconds it says, with those, that it is to be left alone; null for nothing said.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>Events that were signed rightly.</summary>
    public ConcurrentQueue<JsonNode> Events { get; } = [];

    public ConcurrentQueue<string> Offences { get; } = [];

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var port = PostgresCluster.FreePort();
        builder.WebHost.UseUrls($"http://localhost:{port}");
        var receiver = new Receiver(builder.Build(), port);
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var parts = http.Request.Headers["X-RnnGrader-Signature"].ToString().Split(',').Select(part => part.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{body}")));
        var age = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - long.Parse(parts["t"], System.Globalization.CultureInfo.InvariantCulture);
        var sent = JsonNode.Parse(body)!;
        if (parts["v1"] != expected || age is < -5 or > 60 || http.Request.Headers["X-RnnGrader-Event"] != (string)sent["event"]! || http.Request.Headers["X-RnnGrader-Delivery"] != (string)sent["id"]!)
        {
            Offences.Enqueue(body);
        }

        if (Answers.TryDequeue(out var status))
        {
            http.Response.Headers.RetryAfter = RetryAfter;
            return TypedResults.StatusCode(status);
        }

        Events.Enqueue(sent);
        return TypedResults.Ok();
    }
}
