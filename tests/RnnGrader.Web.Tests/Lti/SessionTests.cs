using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>The sign-in of whoever came from a platform: cookies that come back in its frames, and what they are good for.</summary>
public sealed class SessionTests(Houses houses)
{
    [Fact]
    public async Task Cookies_are_such_as_come_back_in_a_third_partys_frame()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var form = await browser.BeginAsync(platform, new Launch());
        var login = browser.SetCookies;
        using var landed = await browser.SendAsync(form);
        Assert.NotEmpty(login);
        // A sign-in here is over with a launch, whose cookie needs no frame.
        Assert.Contains(browser.SetCookies, cookie => cookie.StartsWith("rnngrader=;", StringComparison.Ordinal));
        Assert.All(login.Concat(browser.SetCookies).Where(cookie => !cookie.StartsWith("rnngrader=;", StringComparison.Ordinal)), cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.All("secure httponly samesite=none path=/ partitioned".Split(' '), part => Assert.Contains("; " + part, cookie, StringComparison.OrdinalIgnoreCase));
        });
        Assert.Single(browser.Cookies);
        Assert.True(landed.Headers.CacheControl!.NoStore);
    }

    /// <summary>Nobody is signed in by the cookie alone where a request changes something: the browser must say that it comes from a page of this site.</summary>
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Unauthorized)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Unauthorized)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Created)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Unauthorized)]
    [InlineData("Origin", "null", HttpStatusCode.Unauthorized)]
    [InlineData("Origin", "the tool's", HttpStatusCode.Created)]
    [InlineData("X-Says", "nothing", HttpStatusCode.Unauthorized)]
    public async Task A_cookie_that_goes_along_from_a_foreign_site_changes_nothing(string header, string value, HttpStatusCode expected)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        using var landed = await browser.LaunchAsync(platform, new Launch { Roles = Launch.Instructor });
        using var me = await browser.GetAsync(platform.ToolOrigin + "/api/v1/me");
        var course = (string)(await me.ReadAsync(HttpStatusCode.OK))["courses"]![0]!["id"]!;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{platform.ToolOrigin}/api/v1/courses/{course}/assignments")
        {
            Content = new StringContent("""{"title": "Made by cookie"}""", Encoding.UTF8, "application/json"),
            Headers = { { header, value == "the tool's" ? platform.ToolOrigin : value } },
        };
        using var answer = await browser.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_token_is_not_made_good_by_the_cookie()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        using var landed = await browser.LaunchAsync(platform, new Launch());
        using var me = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, platform.ToolOrigin + "/api/v1/me") { Headers = { { "Authorization", "Bearer nobody's" } } });
        Assert.Equal(HttpStatusCode.Unauthorized, me.StatusCode);
    }

    /// <summary>Neither the cookie of the launch before nor a new launch brings back who was erased.</summary>
    [Theory, OnEveryDatabase]
    public async Task Who_was_erased_is_signed_in_no_more(Database database)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, database);
        using var browser = new TestBrowser();
        var launch = new Launch();
        using var landed = await browser.LaunchAsync(platform, launch);
        using var before = await browser.GetAsync(platform.ToolOrigin + "/api/v1/me");
        var person = (await before.ReadAsync(HttpStatusCode.OK))["id"];
        using var erased = await houses.AsAdministrator(database).DeleteAsync($"/api/v1/people/{person}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        using var after = await browser.GetAsync(platform.ToolOrigin + "/api/v1/me");
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        using var again = await browser.LaunchAsync(platform, launch);
        await houses.RefusedAsync(again, "person_erased");
    }

    /// <summary>A platform may send anybody: its word makes nobody an administrator of the service, also where they are one.</summary>
    [Fact]
    public async Task Who_administers_the_service_does_not_do_so_by_a_platforms_word()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var launch = new Launch();
        using var landed = await browser.LaunchAsync(platform, launch);
        await using (var store = houses.Store(Database.Sqlite))
        {
            var person = store.LtiUsers.Where(u => u.Subject == launch.User).Select(u => u.PersonId);
            await store.Users.Where(p => person.Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsAdministrator, true), TestContext.Current.CancellationToken);
        }

        using var again = await browser.LaunchAsync(platform, launch);
        using var platforms = await browser.GetAsync(platform.ToolOrigin + "/api/v1/lti/registrations");
        Assert.Equal(HttpStatusCode.Forbidden, platforms.StatusCode);
    }
}
