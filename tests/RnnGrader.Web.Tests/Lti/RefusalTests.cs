using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;
using static RnnGrader.Web.Tests.Lti.Platform.Launch;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>Launches that must be refused: each by its own check, with a page, a reference and a line in the log. Nobody is signed in by one.</summary>
public sealed class RefusalTests(Houses houses)
{
    private static readonly RSA Stranger = RSA.Create(2048);
    // Read at each use: the suite runs longer than the times here are off.
    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private static readonly Dictionary<string, (string Code, Launch Launch)> Kinds = new()
    {
        // The twelve of the conformance suite; times are one of them.
        ["no kid"] = ("kid_missing", Header(h => h.Remove("kid"))),
        ["wrong kid"] = ("kid_unknown", Header(h => h["kid"] = "another")),
        ["wrong version"] = ("version_wrong", With(c => c[Claim + "version"] = "1.2.0")),
        ["no version"] = ("version_missing", With(c => c.Remove(Claim + "version"))),
        ["no LTI message"] = ("message_unknown", With(c => c[Claim + "message_type"] = "basic-lti-launch-request")),
        ["missing LTI claims"] = ("lti_missing", With(c => c.Where(p => p.Key.StartsWith(Claim, StringComparison.Ordinal)).Select(p => p.Key).ToList().ForEach(name => c.Remove(name)))),
        ["exp past"] = ("exp_past", With(c => c["exp"] = Now - 180)),
        ["iat ahead"] = ("iat_ahead", With(c => c["iat"] = Now + 600)),
        ["no message type"] = ("message_missing", With(c => c.Remove(Claim + "message_type"))),
        ["no roles"] = ("roles_missing", With(c => c.Remove(Claim + "roles"))),
        ["no deployment"] = ("deployment_missing", With(c => c.Remove(Claim + "deployment_id"))),
        ["no resource link id"] = ("resource_link_missing", With(c => c[Claim + "resource_link"]!.AsObject().Remove("id"))),
        ["no sub"] = ("sub_missing", With(c => c.Remove("sub"))),

        // And what else must not pass.
        ["no exp"] = ("exp_missing", With(c => c.Remove("exp"))),
        ["no iat"] = ("iat_missing", With(c => c.Remove("iat"))),
        ["iat long ago"] = ("iat_old", With(c => c["iat"] = Now - 3600)),
        ["exp as a string"] = ("claim_type", With(c => c["exp"] = (Now + 300).ToString(CultureInfo.InvariantCulture))),
        ["sub as a number"] = ("claim_type", With(c => c["sub"] = 7)),
        ["roles as a string"] = ("claim_type", With(c => c[Claim + "roles"] = "Instructor")),
        ["context as a list"] = ("claim_type", With(c => c[Claim + "context"] = new JsonArray("course-1"))),
        ["other issuer"] = ("iss_wrong", With(c => c["iss"] = c["iss"]!.GetValue<string>() + "/")),
        ["other audience"] = ("aud_wrong", With(c => c["aud"] = "another tool")),
        ["foreign audience too"] = ("aud_foreign", With(c => c["aud"] = new JsonArray(c["aud"]!.DeepClone(), "another tool"))),
        ["no audience"] = ("aud_wrong", With(c => c.Remove("aud"))),
        ["no issuer"] = ("iss_wrong", With(c => c.Remove("iss"))),
        ["other azp"] = ("azp_wrong", With(c => c["azp"] = "another tool")),
        ["no nonce"] = ("nonce_missing", With(c => c.Remove("nonce"))),
        ["other nonce"] = ("nonce_wrong", With(c => c["nonce"] = "another")),
        ["unknown message"] = ("message_unknown", With(c => c[Claim + "message_type"] = "LtiSubmissionReviewRequest")),
        ["empty deployment"] = ("deployment_missing", With(c => c[Claim + "deployment_id"] = " ")),
        ["endless deployment"] = ("deployment_missing", With(c => c[Claim + "deployment_id"] = new string('d', 256))),
        ["endless sub"] = ("sub_missing", With(c => c["sub"] = new string('s', 256))),
        ["endless resource link id"] = ("resource_link_missing", With(c => c[Claim + "resource_link"]!["id"] = new string('l', 256))),
        ["unknown deployment"] = ("deployment_pending", new() { Deployment = "new here" }),
        ["no target"] = ("target_missing", With(c => c.Remove(Claim + "target_link_uri"))),
        ["open redirect"] = ("target_foreign", With(c => c[Claim + "target_link_uri"] = "https://evil.example/lti/launch")),
        ["open redirect by port"] = ("target_foreign", With(c => c[Claim + "target_link_uri"] = c[Claim + "target_link_uri"]!.GetValue<string>().Replace("/lti", "0/lti", StringComparison.Ordinal))),
        ["open redirect by scheme"] = ("target_foreign", With(c => c[Claim + "target_link_uri"] = c[Claim + "target_link_uri"]!.GetValue<string>().Replace("http:", "https:", StringComparison.Ordinal))),
        ["open redirect by user info"] = ("target_foreign", With(c => c[Claim + "target_link_uri"] = c[Claim + "target_link_uri"]!.GetValue<string>().Replace("/lti", "@evil.example/lti", StringComparison.Ordinal))),
        ["open redirect by script"] = ("target_foreign", With(c => c[Claim + "target_link_uri"] = "javascript:alert(1)")),
        ["open redirect by half an address"] = ("target_foreign", With(c => c[Claim + "target_link_uri"] = "//evil.example")),
        ["alg none"] = ("alg_not_rs256", Header(h => h["alg"] = "none") with { Sign = (_, _) => [1] }),
        ["alg none without signature"] = ("token_malformed", Header(h => h["alg"] = "none") with { Sign = (_, _) => [] }),
        ["HS256 with the public key"] = ("alg_not_rs256", Header(h => h["alg"] = "HS256") with { Sign = (key, data) => HMACSHA256.HashData(key.ExportSubjectPublicKeyInfo(), data) }),
        ["PS256"] = ("alg_not_rs256", Header(h => h["alg"] = "PS256") with { Sign = (key, data) => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss) }),
        ["another's signature"] = ("signature_bad", new() { Sign = (_, data) => Stranger.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) }),
    };

    public static TheoryData<string> All() => [.. Kinds.Keys];

    [Theory, MemberData(nameof(All))]
    public async Task A_launch_that_is_not_in_order_is_refused_by_its_own_check(string kind)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var (code, launch) = Kinds[kind];
        using var answer = await browser.LaunchAsync(platform, launch);
        await RefusedAsync(answer, code);
        await NobodyAsync(browser, platform);
    }

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
            await RefusedAsync(answer, "nonce_used");
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
        await RefusedAsync(answer, "nonce_wrong");
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
        var page = await RefusedAsync(answer, "state_browser");
        Assert.Contains("target=\"_blank\"", page, StringComparison.Ordinal);

        // What the window opens is the same login again.
        var again = WebUtility.HtmlDecode(page.Split("rel=\"noopener\" href=\"")[1].Split('"')[0]);
        using var window = new TestBrowser();
        using var login = await window.GetAsync(platform.ToolOrigin + again);
        Assert.Equal(HttpStatusCode.Redirect, login.StatusCode);
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
            await RefusedAsync(answer, "state_unknown");
        }
    }

    [Fact]
    public async Task A_state_is_good_for_ten_minutes()
    {
        await using var service = new ClockedService((await houses.MigratedAsync(Database.Postgres))!, DateTimeOffset.UtcNow, reachesThisMachine: true);
        using var administrator = service.Administrator;
        await using var platform = await TestPlatform.StartAsync(administrator.BaseAddress!.ToString());
        await platform.RegisterAsync(administrator);
        using var browser = new TestBrowser();
        var (late, early) = (await browser.BeginAsync(platform, new Launch()), await browser.BeginAsync(platform, new Launch()));
        service.Clock.Advance(TimeSpan.FromMinutes(4));
        using var landed = await browser.SendAsync(early);
        Assert.Equal(HttpStatusCode.SeeOther, landed.StatusCode);
        service.Clock.Advance(TimeSpan.FromMinutes(6));
        using var answer = await browser.SendAsync(late);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("<code>state_expired</code>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_is_not_registered_is_told_so_and_one_registered_twice_is_asked_for_its_client()
    {
        await using var platform = await TestPlatform.StartAsync(houses.Client(Database.Sqlite).BaseAddress!.ToString());
        using var browser = new TestBrowser();
        using var unknown = await browser.GetAsync(platform.LoginUrl(new Launch()));
        await RefusedAsync(unknown, "issuer_unknown");

        await platform.RegisterAsync(houses.AsAdministrator(Database.Sqlite));
        var withoutClient = platform.LoginUrl(new Launch()).Replace("&client_id=client-1", "", StringComparison.Ordinal);
        using (var one = await browser.GetAsync(withoutClient))
        {
            Assert.Equal(HttpStatusCode.Redirect, one.StatusCode);
        }

        platform.ClientId = "client-2";
        await platform.RegisterAsync(houses.AsAdministrator(Database.Sqlite));
        using var two = await browser.GetAsync(withoutClient);
        await RefusedAsync(two, "client_missing");
    }

    [Fact]
    public async Task A_login_without_a_hint_is_refused()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        using var answer = await browser.GetAsync(platform.LoginUrl(new Launch()).Replace("&login_hint=", "&other=", StringComparison.Ordinal));
        await RefusedAsync(answer, "login_hint_missing");
    }

    [Fact]
    public async Task An_error_of_the_platform_is_shown_in_its_words()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var form = await browser.BeginAsync(platform, new Launch());
        using var answer = await browser.SendAsync((form.Action, new() { ["error"] = "login_required", ["error_description"] = "Sign in <first>", ["state"] = form.Fields["state"] }));
        Assert.Contains("Sign in &lt;first&gt;", await RefusedAsync(answer, "platform_error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_90_seconds_ahead_is_told_and_one_30_seconds_ahead_is_let_be()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        platform.ClockAhead = TimeSpan.FromSeconds(90);
        using var browser = new TestBrowser();
        using var answer = await browser.LaunchAsync(platform, new Launch());
        Assert.Matches("(8[0-9]|90) s ahead", await RefusedAsync(answer, "iat_ahead"));
        platform.ClockAhead = TimeSpan.FromSeconds(30);
        using var near = await browser.LaunchAsync(platform, new Launch());
        Assert.Equal(HttpStatusCode.SeeOther, near.StatusCode);
    }

    [Fact]
    public async Task The_first_launch_after_a_rotation_is_taken_and_made_up_kids_do_not_make_us_a_nuisance()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        using (await browser.LaunchAsync(platform, new Launch()))
        {
        }

        await Task.Delay(TimeSpan.FromSeconds(3.1), TestContext.Current.CancellationToken);
        platform.RotateKey(keepOld: false);
        using var rotated = await browser.LaunchAsync(platform, new Launch());
        Assert.Equal(HttpStatusCode.SeeOther, rotated.StatusCode);
        Assert.Equal(2, platform.KeyFetches);
        for (var i = 0; i < 10; i++)
        {
            using var answer = await browser.LaunchAsync(platform, Header(h => h["kid"] = $"made up {i}"));
            await RefusedAsync(answer, "kid_unknown");
        }

        Assert.InRange(platform.KeyFetches, 2, 3);
    }

    [Fact]
    public async Task Without_the_platforms_keys_a_launch_says_so()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        platform.KeysAreAway = true;
        using var none = await browser.LaunchAsync(platform, new Launch());
        await RefusedAsync(none, "keys_unavailable");
    }

    [Fact]
    public async Task Keys_that_were_had_are_good_while_the_platform_is_away_however_old_they_are()
    {
        await using var service = new ClockedService(await houses.MigratedAsync(Database.Postgres) ?? "", DateTimeOffset.UtcNow, reachesThisMachine: true);
        using var administrator = service.Administrator;
        await using var platform = await TestPlatform.StartAsync(administrator.BaseAddress!.ToString());
        await platform.RegisterAsync(administrator);
        using var browser = new TestBrowser();
        using (await browser.LaunchAsync(platform, new Launch()))
        {
        }

        platform.ClockAhead = TimeSpan.FromDays(2);
        service.Clock.Advance(platform.ClockAhead);
        platform.KeysAreAway = true;
        using var landed = await browser.LaunchAsync(platform, new Launch());
        Assert.Equal((HttpStatusCode.SeeOther, 2), (landed.StatusCode, platform.KeyFetches));
    }

    [Theory, OnEveryDatabase]
    public async Task A_new_deployment_waits_and_is_good_once_an_administrator_lets_it_in(Database database)
    {
        await using var platform = await TestPlatform.StartAsync(houses.Client(database).BaseAddress!.ToString());
        var administrator = houses.AsAdministrator(database);
        var registration = await platform.RegisterAsync(administrator);
        using var browser = new TestBrowser();
        var launch = new Launch { Deployment = "another/place" };
        for (var i = 0; i < 2; i++)
        {
            using var early = await browser.LaunchAsync(platform, launch);
            await RefusedAsync(early, "deployment_pending");
        }

        using var listed = await administrator.GetAsync("/api/v1/lti/registrations", TestContext.Current.CancellationToken);
        var mine = (await listed.ReadAsync(HttpStatusCode.OK))["items"]!.AsArray().Single(r => (string)r!["issuer"]! == platform.Issuer)!;
        Assert.True((bool)mine["deployments"]!.AsArray().Single(d => (string)d!["id"]! == "another/place")!["pending"]!);
        using var admitted = await administrator.PostJsonAsync($"/api/v1/lti/registrations/{registration["id"]}/deployments", """{"id": "another/place"}""");
        Assert.Equal(HttpStatusCode.NoContent, admitted.StatusCode);
        using var landed = await browser.LaunchAsync(platform, launch);
        Assert.Equal(HttpStatusCode.SeeOther, landed.StatusCode);
    }

    [Fact]
    public void Each_of_the_twelve_has_a_code_of_its_own()
    {
        string[] twelve =
        [
            "no kid", "wrong kid", "wrong version", "no version", "no LTI message", "missing LTI claims", "exp past", "iat ahead", "no message type", "no roles", "no deployment", "no resource link id", "no sub",
        ];
        Assert.Equal(twelve.Length, twelve.Select(kind => Kinds[kind].Code).Distinct().Count());
    }

    private static Launch With(Action<JsonObject> change) => new() { Change = change };

    private static Launch Header(Action<JsonObject> change) => new() { ChangeHeader = change };

    private async Task<string> RefusedAsync(HttpResponseMessage answer, string code)
    {
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, page);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"<code>{code}</code>", page, StringComparison.Ordinal);

        // The reference that the person reads out is the line's.
        var reference = page.Split("reference <code>")[1][..10];
        await using var sqlite = houses.Store(Database.Sqlite);
        await using var postgres = houses.Store(Database.Postgres);
        var lines = (await sqlite.LtiLaunches.Where(l => l.Outcome == code).ToListAsync(TestContext.Current.CancellationToken))
            .Concat(await postgres.LtiLaunches.Where(l => l.Outcome == code).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Contains(lines, line => line.Id.ToString("N").EndsWith(reference, StringComparison.OrdinalIgnoreCase));
        return page;
    }

    private static async Task NobodyAsync(TestBrowser browser, TestPlatform platform)
    {
        using var me = await browser.GetAsync(platform.ToolOrigin + "/api/v1/me");
        Assert.Equal(HttpStatusCode.Unauthorized, me.StatusCode);
    }
}
