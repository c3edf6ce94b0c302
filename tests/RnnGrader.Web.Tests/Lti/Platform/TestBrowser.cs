using System.Net;
using System.Text.RegularExpressions;

namespace RnnGrader.Web.Tests.Lti.Platform;

/// <summary>A browser's part of a launch over plain HTTP. It keeps cookies by itself: .NET's would not send a Secure one to http://127.0.0.1, which browsers do.</summary>
internal sealed partial class TestBrowser : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>The Set-Cookie headers of the last answer.</summary>
    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    /// <summary>The whole launch.</summary>
    public async Task<HttpResponseMessage> LaunchAsync(TestPlatform platform, Launch launch, string? more = null) => await SendAsync(await BeginAsync(platform, launch, more));

    /// <summary>The launch up to the form that the platform makes the browser send to the tool.</summary>
    public async Task<(string Action, Dictionary<string, string> Fields)> BeginAsync(TestPlatform platform, Launch launch, string? more = null)
    {
        using var login = await GetAsync(platform.LoginUrl(launch, more));
        Assert.Equal(HttpStatusCode.Redirect, login.StatusCode);
        using var authorized = await http.GetAsync(login.Headers.Location, TestContext.Current.CancellationToken);
        var page = await authorized.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(authorized.StatusCode == HttpStatusCode.OK, page);
        return Form(page);
    }

    public static (string Action, Dictionary<string, string> Fields) Form(string page) => (
        WebUtility.HtmlDecode(FormAction().Match(page).Groups[1].Value),
        Field().Matches(page).ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value)));

    public Task<HttpResponseMessage> SendAsync((string Action, Dictionary<string, string> Fields) form, string? origin = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = new FormUrlEncodedContent(form.Fields), Headers = { { "Origin", origin ?? "http://localhost" } } });

    public Task<HttpResponseMessage> GetAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, url));

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(pair => $"{pair.Key}={pair.Value}")));
        }

        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        SetCookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        foreach (var cookie in SetCookies)
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0)
            {
                Cookies.Remove(pair[0]);
            }
            else
            {
                Cookies[pair[0]] = pair[1];
            }
        }

        return response;
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("<form[^>]* action=\"([^\"]*)\"")]
    private static partial Regex FormAction();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Field();
}
