using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace RnnGrader.Web.Tests.House;

/// <summary>Sends and reads JSON as a client would.</summary>
internal static class Json
{
    public static async Task<HttpResponseMessage> PostJsonAsync(this HttpClient http, string path, string body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends any request, checks its status and reads what came back; null where nothing did.</summary>
    public static async Task<JsonNode?> AskAsync(this HttpClient http, string method, string path, string? body, HttpStatusCode expected, string type = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, type) };
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return expected == HttpStatusCode.NoContent && response.StatusCode == expected ? null
            : (int)expected < 400 ? await response.ReadAsync(expected) : await response.ProblemAsync(expected);
    }

    /// <summary>Answers a resource.</summary>
    public static async Task<JsonNode> GetJsonAsync(this HttpClient http, string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        (await http.AskAsync("GET", path, null, expected))!;

    public static async Task<JsonNode> ReadAsync(this HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>A refusal, checked to be a problem with a sentence.</summary>
    public static async Task<JsonNode> ProblemAsync(this HttpResponseMessage response, HttpStatusCode expected)
    {
        var problem = await response.ReadAsync(expected);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)expected, (int)problem["status"]!);
        Assert.NotEmpty((string)problem["detail"]!);
        return problem;
    }

    /// <summary>Draws an instance and answers it as it came.</summary>
    public static async Task<JsonNode> DrawAsync(this HttpClient http, string exercise = "rnn-step-1", long seed = 42)
    {
        using var response = await http.PostJsonAsync("/api/v1/instances", $$"""{"exercise": "{{exercise}}", "seed": {{seed}}}""");
        return await response.ReadAsync(HttpStatusCode.Created);
    }

    /// <summary>What an address answers.</summary>
    public static async Task<JsonNode> ReadJsonAsync(this HttpClient http, string path)
    {
        using var response = await http.GetAsync(path, TestContext.Current.CancellationToken);
        return await response.ReadAsync(HttpStatusCode.OK);
    }

    /// <summary>Sends JSON in any other way than POST.</summary>
    public static async Task<HttpResponseMessage> SendJsonAsync(this HttpClient http, HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A solution's values as answers to submit.</summary>
    public static JsonObject Answers(JsonNode solution) =>
        new(solution["blanks"]!.AsArray().Select(blank => KeyValuePair.Create((string)blank!["name"]!, Answer(blank))));

    private static JsonNode? Answer(JsonNode blank) => (string)blank["kind"]! switch
    {
        "crossedOut" => blank["components"]!.DeepClone(),
        "links" => new JsonArray([.. blank["components"]!.AsArray().Select(link => (JsonNode)new JsonArray([.. ((string)link!).Split("->").Select(unit => (JsonNode)unit)]))]),
        _ => blank["values"]!.DeepClone(),
    };
}
