using System.Net;
using System.Text.RegularExpressions;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Pages;

/// <summary>Pages as they are sent.</summary>
public sealed partial class PageTests(Houses houses)
{
    private const int MostBytes = 200_000;
    private const int MostScript = 40_000;
    private const int MostQuestions = 6;

    private readonly HttpClient http = houses.Client(Database.Sqlite);

    [Theory, InlineData("/"), InlineData("/nothing-here")]
    public async Task A_page_allows_nothing_inline_and_nothing_from_elsewhere(string path)
    {
        using var response = await GetAsync(http, path);
        var policy = string.Join(';', response.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var html = await TextAsync(response);
        Assert.All(Addresses().Matches(html), address => Assert.StartsWith("/", address.Groups[1].Value, StringComparison.Ordinal));
        Assert.DoesNotMatch(Inline(), html);
    }

    [Theory, InlineData("rnn-step-1"), InlineData("seq2seq-forward"), InlineData("seq2seq-prune"), InlineData("rnn-to-mlp"), InlineData("softmax-cross-entropy-gradient")]
    public async Task A_worksheet_is_small(string exercise)
    {
        var id = (await http.DrawAsync(exercise))["id"];
        using var response = await GetAsync(http, $"/worksheets/{id}");
        var html = await TextAsync(response);
        Assert.InRange(html.Length, 1000, MostBytes);
        Assert.DoesNotMatch(Inline(), html);
    }

    [Fact]
    public void All_scripts_together_are_small() =>
        Assert.InRange(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot"), "*.js", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1000, MostScript);

    [Theory, InlineData("/worksheets"), InlineData("/worksheets/01a2067f06c5751580554d1f13a778b7")]
    public async Task A_form_without_its_token_is_refused(string path)
    {
        var address = path == "/worksheets" ? path : $"/worksheets/{(await http.DrawAsync())["id"]}";
        using var form = new FormUrlEncodedContent([new("exercise", "rnn-step-1"), new("h_1", "3")]);
        using var response = await http.PostAsync(address, form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory, InlineData("/nothing-here", HttpStatusCode.NotFound), InlineData("/worksheets/none", HttpStatusCode.NotFound), InlineData("/worksheets/00000000000000000000000000000000/solution", HttpStatusCode.NotFound)]
    public async Task What_goes_wrong_is_a_page_for_a_browser_and_a_problem_for_a_program(string path, HttpStatusCode status)
    {
        using var page = await GetAsync(http, path);
        Assert.Equal(status, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<h1>", await TextAsync(page), StringComparison.Ordinal);
        using var problem = await http.GetAsync(path, TestContext.Current.CancellationToken);
        await problem.ProblemAsync(status);
    }

    [Trait("needs", "postgres")]
    [Fact]
    public async Task A_page_says_so_when_the_store_is_away_and_when_there_were_too_many_requests()
    {
        await using var service = LocalService.Start(houses.Folder(), houses.Empty(), ("RateLimiting__Enabled", "true"), ("RateLimiting__Burst", "3"), ("RateLimiting__RequestsPerSecond", "1"));
        using var away = await GetAsync(service.Http, "/worksheets/01a2067f06c5751580554d1f13a778b7");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Equal("text/html", away.Content.Headers.ContentType?.MediaType);
        var many = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GetAsync(service.Http, "/")));
        var refused = many.First(response => response.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal("text/html", refused.Content.Headers.ContentType?.MediaType);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_worksheet_asks_the_store_a_handful_of_questions()
    {
        await using var service = await ServiceProcess.StartAsync(houses.Folder(), null, ("Logging__LogLevel__Microsoft.EntityFrameworkCore.Database.Command", "Information"));
        var id = (await service.Http.DrawAsync())["id"];
        using var submitted = await service.Http.PostJsonAsync($"/api/v1/instances/{id}/submissions", """{"answers": {"h_1": [1, 2, 3]}}""");
        await submitted.ReadAsync(HttpStatusCode.Created);
        (await GetAsync(service.Http, $"/worksheets/{id}")).Dispose();
        var before = Questions(service);
        (await GetAsync(service.Http, $"/worksheets/{id}")).Dispose();
        using var health = await service.Http.GetAsync("/health/live", TestContext.Current.CancellationToken); // what is logged by now is read
        Assert.InRange(Questions(service) - before, 1, MostQuestions);
    }

    [Fact]
    public async Task Every_exercise_has_a_picture()
    {
        using var front = await GetAsync(http, "/");
        var pictures = Pictures().Matches(await TextAsync(front)).Select(match => match.Value).ToList();
        Assert.Equal(20, pictures.Count);
        foreach (var picture in pictures)
        {
            using var response = await http.GetAsync(picture, TestContext.Current.CancellationToken);
            Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        }
    }

    private static int Questions(ServiceProcess service) => service.Log.Split("Executed DbCommand").Length - 1;

    private static Task<HttpResponseMessage> GetAsync(HttpClient http, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        return http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [GeneratedRegex("(?:src|href|action)=\"([^\"#]+)")]
    private static partial Regex Addresses();

    // Style attributes, event handlers, scripts in the page.
    [GeneratedRegex("<[^>]+\\s(?:style|on[a-z]+)=|<script(?![^>]*\\ssrc=)")]
    private static partial Regex Inline();

    [GeneratedRegex("/exercises/[a-z0-9-]+\\.svg")]
    private static partial Regex Pictures();
}
