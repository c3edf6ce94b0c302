using System.Net;
using System.Net.Sockets;
using System.Text;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

public sealed class ProblemTests(Houses houses)
{
    private readonly HttpClient http = houses.Client(Database.Sqlite);

    [Theory]
    [InlineData("{"), InlineData(""), InlineData("[]"), InlineData("null"), InlineData("7"), InlineData("\"text\""), InlineData("{} {}"), InlineData("{'exercise': 1}"), InlineData("{\"exercise\": NaN}")]
    [InlineData("{\"exercise\": \"rnn-step-1\", \"exercise\": \"rnn-step-2\"}"), InlineData("{/* why */}"), InlineData("{\"exercise\": \"rnn-step-1\",}")]
    public async Task What_is_no_json_object_is_refused(string body)
    {
        using var response = await http.PostJsonAsync("/api/v1/instances", body);
        await response.ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Theory, InlineData("text/html"), InlineData("image/png"), InlineData("nothing/at-all")]
    public async Task A_problem_is_json_whatever_is_accepted(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nothing");
        request.Headers.Add("Accept", accept);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        await response.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Theory, InlineData("DELETE", "/api/v1/instances"), InlineData("PUT", "/health/live"), InlineData("OPTIONS", "/api/v1/exercises"), InlineData("QUERY", "/api/v1/exercises/rnn-step-1")]
    public async Task A_method_that_is_not_taken_is_answered_with_those_that_are(string method, string path)
    {
        using var response = await http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), TestContext.Current.CancellationToken);
        await response.ProblemAsync(HttpStatusCode.MethodNotAllowed);
        Assert.NotEmpty(response.Content.Headers.Allow);
    }

    [Theory, InlineData("text/plain"), InlineData("application/x-www-form-urlencoded"), InlineData("multipart/form-data"), InlineData(null)]
    public async Task A_body_that_is_not_called_json_is_refused(string? type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"exercise": "rnn-step-1"}"""));
        content.Headers.ContentType = type is null ? null : new(type);
        using var response = await http.PostAsync("/api/v1/instances", content, TestContext.Current.CancellationToken);
        await response.ProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_body_that_is_too_large_is_refused(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/instances") { Content = new StringContent(new string(' ', 300_000), Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        await response.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    /// <summary>A plain client sends all it has before it reads.</summary>
    [Fact]
    public async Task A_client_that_is_still_sending_what_is_too_large_is_told_so()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(http.BaseAddress!.Host, http.BaseAddress.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /api/v1/instances HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 600000\r\n\r\n"), TestContext.Current.CancellationToken);
        for (var sent = 0; sent < 600_000; sent += 10_000)
        {
            await stream.WriteAsync(new byte[10_000], TestContext.Current.CancellationToken);
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Too_many_requests_are_told_when_to_come_back_and_health_is_still_answered()
    {
        await using var service = LocalService.Start(houses.Folder(), null, ("RateLimiting__Enabled", "true"), ("RateLimiting__Burst", "5"), ("RateLimiting__RequestsPerSecond", "1"));
        var responses = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => service.Http.GetAsync("/api/v1/exercises")));
        var refused = responses.Where(response => response.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        Assert.Contains(responses, response => response.StatusCode == HttpStatusCode.OK);
        await refused[0].ProblemAsync(HttpStatusCode.TooManyRequests);
        Assert.All(refused, response => Assert.True(response.Headers.RetryAfter?.Delta > TimeSpan.Zero));
        using var live = await service.Http.GetAsync("/health/live", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }
}
