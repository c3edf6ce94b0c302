using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Lti.Platform;

/// <summary>Somebody who has come from a platform, and calls the API from a page of the service.</summary>
internal sealed class Pupil(TestBrowser browser, string user, TestPlatform platform) : IDisposable
{
    public string User { get; } = user;

    public static async Task<Pupil> LaunchAsync(TestPlatform platform, Launch launch, TestBrowser? browser = null)
    {
        browser ??= new TestBrowser();
        using var landed = await browser.LaunchAsync(platform, launch);
        Assert.True(landed.StatusCode == HttpStatusCode.SeeOther, await landed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return new(browser, launch.User, platform);
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await browser.GetAsync($"{platform.ToolOrigin}/api/v1{path}");
        return await answer.ReadAsync(HttpStatusCode.OK);
    }

    public async Task<JsonNode> PostAsync(string path, string body, HttpStatusCode? expected = null, string? at = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{at ?? platform.ToolOrigin}/api/v1{path}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
        };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await browser.SendAsync(request);
        return await answer.ReadAsync(expected ?? (answer.IsSuccessStatusCode ? answer.StatusCode : HttpStatusCode.OK));
    }

    public void Dispose() => browser.Dispose();
}
