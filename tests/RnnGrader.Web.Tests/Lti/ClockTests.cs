using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>For how long things are good: each until its own time and not after it.</summary>
public sealed partial class ClockTests(ClockedTool tool) : IClassFixture<ClockedTool>
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_state_is_good_for_ten_minutes()
    {
        await using var platform = await tool.PlatformAsync();
        using var browser = new TestBrowser();
        var launch = new Launch { Change = claims => claims["exp"] = (long)claims["exp"]! + 600 };
        var (late, early) = (await browser.BeginAsync(platform, launch), await browser.BeginAsync(platform, launch));
        tool.Pass(platform, TimeSpan.FromMinutes(10) - Moment);
        using var landed = await browser.SendAsync(early);
        Assert.Equal(HttpStatusCode.SeeOther, landed.StatusCode);
        tool.Pass(platform, Moment);
        using var answer = await browser.SendAsync(late);
        Assert.Contains("state_expired", await TextAsync(answer, HttpStatusCode.Unauthorized), StringComparison.Ordinal);
    }

    /// <summary>A launch comes back within seconds, and its platform is not asked for again: only one that takes longer sees what was changed meanwhile.</summary>
    [Fact]
    public async Task What_was_read_of_a_platform_at_the_login_is_good_for_ten_seconds()
    {
        await using var platform = await tool.PlatformAsync();
        using var browser = new TestBrowser();
        var (early, late) = (await browser.BeginAsync(platform, new Launch()), await browser.BeginAsync(platform, new Launch()));
        await using var store = tool.Store();
        await store.LtiRegistrations.Where(r => r.Issuer == platform.Issuer).ExecuteUpdateAsync(set => set.SetProperty(r => r.KeysUrl, platform.Issuer + "/nowhere"), TestContext.Current.CancellationToken);
        tool.Pass(platform, TimeSpan.FromSeconds(10) - Moment);
        using var landed = await browser.SendAsync(early);
        Assert.Equal(HttpStatusCode.SeeOther, landed.StatusCode);
        tool.Pass(platform, Moment);
        using var answer = await browser.SendAsync(late);
        Assert.Contains("keys_unavailable", await TextAsync(answer, HttpStatusCode.Unauthorized), StringComparison.Ordinal);
    }

    /// <summary>What is known of used launches is forgotten in time, and not while one could come again.</summary>
    [Fact]
    public async Task A_used_launch_is_remembered_for_as_long_as_its_state_is_good()
    {
        await using var platform = await tool.PlatformAsync();
        using var browser = new TestBrowser();
        var form = await browser.BeginAsync(platform, new Launch());
        var cookies = browser.Cookies.ToDictionary();
        using var landed = await browser.SendAsync(form);
        var old = Guid.NewGuid().ToString("N");
        await using var store = tool.Store();
        store.Add(new LtiNonce { Nonce = old, ExpiresAt = DateTime.UnixEpoch });
        await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        await LmsRoom.UntilAsync(
            async () =>
            {
                tool.Pass(platform, Moment);
                return !await store.LtiNonces.AnyAsync(n => n.Nonce == old, TestContext.Current.CancellationToken);
            },
            "that old ones are forgotten");
        cookies.ToList().ForEach(pair => browser.Cookies[pair.Key] = pair.Value);
        using var answer = await browser.SendAsync(form);
        Assert.Contains("nonce_used", await TextAsync(answer, HttpStatusCode.Unauthorized), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_were_had_are_good_while_the_platform_is_away_however_old_they_are()
    {
        await using var platform = await tool.PlatformAsync();
        Assert.Equal(1, await FetchesAsync(platform, new Launch()));
        tool.Pass(platform, TimeSpan.FromDays(2));
        platform.KeysAreAway = true;
        Assert.Equal(2, await FetchesAsync(platform, new Launch()));
    }

    [Fact]
    public async Task Keys_are_kept_for_as_long_as_the_platform_says_between_a_minute_and_a_day_and_a_withdrawn_one_is_good_no_longer()
    {
        await using var platform = await tool.PlatformAsync();
        (RSA? key, string? kid) = (null, null);
        var launch = new Launch { Sign = (signing, data) => Jwt.Rs256(key ??= signing, data), ChangeHeader = header => header["kid"] = kid ??= (string)header["kid"]! };
        platform.KeysMaxAge = TimeSpan.Zero;
        Assert.Equal(1, await FetchesAsync(platform, launch));
        tool.Pass(platform, TimeSpan.FromMinutes(1) - Moment);
        Assert.Equal(1, await FetchesAsync(platform, launch));
        platform.KeysMaxAge = TimeSpan.FromDays(365);
        tool.Pass(platform, Moment);
        Assert.Equal(2, await FetchesAsync(platform, launch));
        tool.Pass(platform, TimeSpan.FromDays(1) - Moment);
        platform.RotateKey(keepOld: false);
        Assert.Equal(2, await FetchesAsync(platform, launch));
        tool.Pass(platform, Moment);
        using var browser = new TestBrowser();
        using var answer = await browser.LaunchAsync(platform, launch);
        Assert.Contains("kid_unknown", await TextAsync(answer, HttpStatusCode.Unauthorized), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_came_from_a_platform_is_signed_in_for_twelve_hours_however_busy_they_are()
    {
        await using var platform = await tool.PlatformAsync();
        using var browser = new TestBrowser();
        using var landed = await browser.LaunchAsync(platform, new Launch());
        foreach (var (time, expected) in new[] { (TimeSpan.FromHours(7), HttpStatusCode.OK), (TimeSpan.FromHours(5) - Moment, HttpStatusCode.OK), (2 * Moment, HttpStatusCode.Unauthorized) })
        {
            tool.Pass(platform, time);
            using var me = await browser.GetAsync(platform.ToolOrigin + "/api/v1/me");
            Assert.Equal(expected, me.StatusCode);
        }
    }

    [Fact]
    public async Task A_way_out_of_a_frame_is_good_for_once_for_ten_minutes_and_not_for_other_sites_pages()
    {
        await using var platform = await tool.PlatformAsync();
        var (early, late) = (await OutOfFrameAsync(platform), await OutOfFrameAsync(platform));
        tool.Pass(platform, TimeSpan.FromMinutes(10) - Moment);
        using var window = new TestBrowser();
        using (var led = await window.SendAsync(new HttpRequestMessage(HttpMethod.Get, early) { Headers = { { "Sec-Fetch-Site", "cross-site" } } }))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, led.StatusCode);
        }

        using var landed = await window.GetAsync(early);
        Assert.Equal(HttpStatusCode.SeeOther, landed.StatusCode);
        using var again = await window.GetAsync(early);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        tool.Pass(platform, Moment);
        using var answer = await window.GetAsync(late);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task What_to_link_is_chosen_within_two_hours()
    {
        await using var platform = await tool.PlatformAsync();
        using var browser = new TestBrowser();
        using var asked = await browser.LaunchAsync(platform, new Launch { Message = "LtiDeepLinkingRequest", Roles = Launch.Instructor });
        foreach (var (time, expected) in new[] { (TimeSpan.FromHours(2) - Moment, HttpStatusCode.OK), (Moment, HttpStatusCode.Unauthorized) })
        {
            tool.Pass(platform, time);
            using var picker = await browser.GetAsync(platform.ToolOrigin + asked.Headers.Location);
            Assert.Equal(expected, picker.StatusCode);
        }
    }

    [Fact]
    public async Task A_link_to_register_by_is_good_for_a_week()
    {
        await using var platform = await tool.PlatformAsync();
        using var made = await tool.Administrator.PostJsonAsync("/api/v1/lti/invitations", "{}");
        var link = (string)(await made.ReadAsync(HttpStatusCode.OK))["url"]!;
        foreach (var (time, code) in new[] { (TimeSpan.FromDays(7) - Moment, "registration_failed"), (Moment, "not_administrator") })
        {
            tool.Pass(platform, time);
            using var browser = new TestBrowser();
            using var answer = await browser.GetAsync(link);
            Assert.Contains(code, await TextAsync(answer, HttpStatusCode.Forbidden), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_code_of_a_course_is_good_for_a_day()
    {
        await using var platform = await tool.PlatformAsync();
        var (course, other) = (await tool.Administrator.CourseAsync(), await tool.Administrator.CourseAsync());
        using var made = await tool.Administrator.PostJsonAsync($"/api/v1/courses/{course}/lms/code", "{}");
        var code = (await made.ReadAsync(HttpStatusCode.OK)).ToJsonString();
        foreach (var (time, expected) in new[] { (TimeSpan.FromDays(1) - Moment, HttpStatusCode.OK), (Moment, HttpStatusCode.UnprocessableEntity) })
        {
            tool.Pass(platform, time);
            using var answer = await tool.Administrator.PostJsonAsync($"/api/v1/courses/{other}/lms/link", code);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    /// <summary>How often the platform's keys were asked for once the launch is in.</summary>
    private static async Task<int> FetchesAsync(TestPlatform platform, Launch launch)
    {
        using var browser = new TestBrowser();
        using var landed = await browser.LaunchAsync(platform, launch);
        Assert.Equal(HttpStatusCode.SeeOther, landed.StatusCode);
        return platform.KeyFetches;
    }

    /// <summary>The link that a browser gets which keeps no cookie in frames, and is known by the platform's storage.</summary>
    private static async Task<string> OutOfFrameAsync(TestPlatform platform)
    {
        using var browser = new TestBrowser();
        var (action, fields) = await browser.BeginAsync(platform, new Launch());
        fields["rnngrader_secret"] = browser.Cookies.Values.Single();
        browser.Cookies.Clear();
        using var answer = await browser.SendAsync((action, fields));
        Assert.Empty(browser.Cookies);
        return platform.ToolOrigin + WebUtility.HtmlDecode(WindowLink().Match(await TextAsync(answer, HttpStatusCode.OK)).Groups[1].Value);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == expected, text);
        return text;
    }

    [GeneratedRegex("href=\"(/lti/window[^\"]*)\"")]
    private static partial Regex WindowLink();
}
