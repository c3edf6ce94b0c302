using System.Net;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>A login belongs to one browser, one launch and one time.</summary>
public sealed class StateTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task A_launch_is_good_for_once(Database database)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, database);
        using var browser = new TestBrowser();
        var form = await browser.BeginAsync(platform, new Launch());
        var cookies = browser.Cookies.ToDictionary();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var same = new TestBrowser();
            cookies.ToList().ForEach(pair => same.Cookies[pair.Key] = pair.Value);
            return await same.SendAsync(form);
        }));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.SeeOther);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.SeeOther))
        {
            await houses.RefusedAsync(answer, "nonce_used");
        }
    }

    [Fact]
    public async Task A_replayed_state_with_a_new_token_is_refused()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var (first, second) = (await browser.BeginAsync(platform, new Launch()), await browser.BeginAsync(platform, new Launch()));
        second.Fields["state"] = first.Fields["state"];
        using var answer = await browser.SendAsync(second);
        await houses.RefusedAsync(answer, "nonce_wrong");
    }

    [Fact]
    public async Task A_state_from_another_browser_is_refused_and_offers_a_window()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var victim = new TestBrowser();
        using var attacker = new TestBrowser();
        var form = await attacker.BeginAsync(platform, new Launch());
        using var own = await victim.GetAsync(platform.LoginUrl(new Launch()));
        using var answer = await victim.SendAsync(form);
        var page = await houses.RefusedAsync(answer, "state_browser");
        Assert.Contains("target=\"_blank\"", page, StringComparison.Ordinal);

        // What the window opens is the same login again.
        var again = WebUtility.HtmlDecode(page.Split("rel=\"noopener\" href=\"")[1].Split('"')[0]);
        using var window = new TestBrowser();
        using var login = await window.GetAsync(platform.ToolOrigin + again);
        Assert.Equal(HttpStatusCode.Redirect, login.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_state_is_not_known_by_anothers_secret(bool byCookie)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var (action, fields) = await browser.BeginAsync(platform, new Launch());
        var name = browser.Cookies.Keys.Single();
        browser.Cookies.Clear();
        (byCookie ? browser.Cookies : fields)[byCookie ? name : "rnngrader_secret"] = "a secret of another";
        using var answer = await browser.SendAsync((action, fields));
        await houses.RefusedAsync(answer, "state_browser");
    }

    /// <summary>The state goes through addresses, which can't be of any length.</summary>
    [Fact]
    public async Task A_login_of_great_length_is_not_kept_to_be_begun_again()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var form = await browser.BeginAsync(platform, new Launch(), "&more=" + new string('x', 800));
        browser.Cookies.Clear();
        using var answer = await browser.SendAsync(form);
        Assert.DoesNotContain("_blank", await houses.RefusedAsync(answer, "state_browser"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_was_never_given_or_was_tampered_with_is_refused()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var form = await browser.BeginAsync(platform, new Launch());
        foreach (var state in new[] { "", "nothing", form.Fields["state"][..^4] + "AAAA" })
        {
            using var answer = await browser.SendAsync((form.Action, new() { ["id_token"] = form.Fields["id_token"], ["state"] = state }));
            await houses.RefusedAsync(answer, "state_unknown");
        }
    }

    [Fact]
    public async Task An_error_of_the_platform_is_shown_in_its_words()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var form = await browser.BeginAsync(platform, new Launch());
        using var answer = await browser.SendAsync((form.Action, new() { ["error"] = "login_required", ["error_description"] = "Sign in <first>", ["state"] = form.Fields["state"] }));
        Assert.Contains("Sign in &lt;first&gt;", await houses.RefusedAsync(answer, "platform_error"), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }
}
