using System.Net;
using System.Text.RegularExpressions;

namespace RnnGrader.Web.Tests.House;

/// <summary>Somebody with a browser: keeps cookies, reads pages, sends their forms.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new() };

    public Visitor(Uri site) => Http = new(handler) { BaseAddress = site };

    public HttpClient Http { get; }

    public CookieContainer Cookies => handler.CookieContainer;

    /// <summary>Reads a page.</summary>
    public async Task<(HttpResponseMessage Response, string Text)> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Reads a page and sends a form to <paramref name="action"/> with the page's token.</summary>
    public async Task<(HttpResponseMessage Response, string Text)> SendAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var (_, text) = await GetAsync(page);
        return await PostAsync(action, [("__RequestVerificationToken", Token().Match(text).Groups[1].Value), .. fields]);
    }

    /// <summary>Sends a form as it is.</summary>
    public async Task<(HttpResponseMessage Response, string Text)> PostAsync(string action, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, action)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Accept.ParseAdd("text/html");
        var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Signs in by password, and says whether that worked.</summary>
    public async Task<bool> SignInAsync(string email, string password)
    {
        var (response, _) = await SendAsync("/sign-in", "/sign-in", ("email", email), ("password", password));
        return response.StatusCode == HttpStatusCode.Redirect;
    }

    /// <summary>Whether somebody is signed in.</summary>
    public async Task<bool> IsSignedInAsync()
    {
        using var me = await Http.GetAsync("/api/v1/me", TestContext.Current.CancellationToken);
        return me.StatusCode == HttpStatusCode.OK;
    }

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
