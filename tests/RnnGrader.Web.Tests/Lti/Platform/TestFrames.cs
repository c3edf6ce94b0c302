using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace RnnGrader.Web.Tests.Lti.Platform;

/// <summary>The platform's pages in a browser: the tool in frames, and the storage that it keeps for tools in a frame of its own (LTI client-side postMessages and platform storage 1.0).</summary>
internal sealed class TestFrames(TestPlatform platform)
{
    /// <summary>What tools asked of the storage: the subject, or `foreign` for a message that is not from the tool.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>The subjects of messages that the page around the frames got.</summary>
    public ConcurrentQueue<string> Told { get; } = [];

    /// <summary>A page with a frame for each address.</summary>
    /// <param name="storage">What the storage does: `none` is there, it `keeps`, or it is `mute`.</param>
    /// <param name="addresses">What the frames show.</param>
    public string Url(string storage, params string[] addresses) => $"{platform.Issuer}/frames?storage={storage}{string.Concat(addresses.Select(a => $"&src={Uri.EscapeDataString(a)}"))}";

    public void Map(WebApplication app)
    {
        app.MapGet("/frames", (string storage, string[] src) => Html($$"""
            {{(storage == "none" ? "" : $"<iframe name=\"storage\" src=\"/storage?mute={storage == "mute"}\"></iframe>")}}
            <script>addEventListener('message', e => fetch('/told?subject=' + (e.data && e.data.subject), { method: 'POST' }));</script>
            {{string.Concat(src.Select(address => $"<iframe class=\"tool\" width=\"900\" height=\"900\" src=\"{WebUtility.HtmlEncode(address)}\"></iframe>"))}}
            """));
        app.MapGet("/storage", (bool mute) => Html($$"""
            <script>
              const kept = {};
              addEventListener('message', ({ data, origin, source }) => {
                const isTool = origin === {{JsonSerializer.Serialize(platform.ToolOrigin)}};
                fetch('/asked?subject=' + (isTool ? data.subject : 'foreign'), { method: 'POST' });
                if (!isTool || {{(mute ? "true" : "false")}}) return;
                if (data.subject === 'lti.put_data') kept[data.key] = data.value;
                source.postMessage({ subject: data.subject + '.response', message_id: data.message_id, key: data.key, value: kept[data.key] }, origin);
              });
            </script>
            """));
        app.MapPost("/asked", (string subject) => Asked.Enqueue(subject));
        app.MapPost("/told", (string subject) => Told.Enqueue(subject));

        // What shows that the browser throws third parties' cookies away.
        app.MapGet("/cookies/set", (HttpContext http) =>
        {
            http.Response.Headers.Append("Set-Cookie", "plain=1; SameSite=None; Secure; Path=/");
            http.Response.Headers.Append("Set-Cookie", "__Host-partitioned=1; SameSite=None; Secure; Path=/; Partitioned");
            return TypedResults.Redirect("/cookies/seen");
        });
        app.MapGet("/cookies/seen", (HttpContext http) => Html($"<p>Cookies: {http.Request.Headers.Cookie}.</p>"));
    }

    private static ContentHttpResult Html(string body) => TypedResults.Content($"<!DOCTYPE html><html lang=\"en\"><head><link rel=\"icon\" href=\"data:,\"></head><body>{body}</body></html>", "text/html");
}
