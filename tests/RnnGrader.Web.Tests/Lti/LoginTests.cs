using System.Net;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>From which platforms and which places in them somebody is let in.</summary>
public sealed class LoginTests(Houses houses)
{
    [Fact]
    public async Task A_platform_that_is_not_registered_is_told_so_and_one_registered_twice_is_asked_for_its_client()
    {
        await using var platform = await TestPlatform.StartAsync(houses.Client(Database.Sqlite).BaseAddress!.ToString());
        using var browser = new TestBrowser();
        using var unknown = await browser.GetAsync(platform.LoginUrl(new Launch()));
        await houses.RefusedAsync(unknown, "issuer_unknown");

        await platform.RegisterAsync(houses.AsAdministrator(Database.Sqlite));
        var withoutClient = platform.LoginUrl(new Launch()).Replace("&client_id=client-1", "", StringComparison.Ordinal);
        using (var one = await browser.GetAsync(withoutClient))
        {
            Assert.Equal(HttpStatusCode.Redirect, one.StatusCode);
        }

        platform.ClientId = "client-2";
        await platform.RegisterAsync(houses.AsAdministrator(Database.Sqlite));
        using var two = await browser.GetAsync(withoutClient);
        await houses.RefusedAsync(two, "client_missing");
    }

    [Fact]
    public async Task A_login_without_a_hint_is_refused()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        using var answer = await browser.GetAsync(platform.LoginUrl(new Launch()).Replace("&login_hint=", "&other=", StringComparison.Ordinal));
        await houses.RefusedAsync(answer, "login_hint_missing");
    }

    /// <summary>Whoever adds to a platform's address does not choose which of two is read.</summary>
    [Fact]
    public async Task What_is_sent_twice_counts_as_not_sent()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        using var answer = await browser.GetAsync(platform.LoginUrl(new Launch(), "&login_hint=another"));
        await houses.RefusedAsync(answer, "login_hint_missing");
    }

    [Fact]
    public async Task A_platform_that_was_removed_while_its_launch_was_under_way_is_told_so()
    {
        var administrator = houses.AsAdministrator(Database.Sqlite);
        await using var platform = await TestPlatform.StartAsync(administrator.BaseAddress!.ToString());
        var registration = await platform.RegisterAsync(administrator);
        using var browser = new TestBrowser();
        var form = await browser.BeginAsync(platform, new Launch());
        using var removed = await administrator.DeleteAsync($"/api/v1/lti/registrations/{registration["id"]}", TestContext.Current.CancellationToken);
        using var again = await administrator.DeleteAsync($"/api/v1/lti/registrations/{registration["id"]}", TestContext.Current.CancellationToken);
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NotFound], [removed.StatusCode, again.StatusCode]);
        using var answer = await browser.SendAsync(form);
        await houses.RefusedAsync(answer, "issuer_unknown");
    }

    [Fact]
    public async Task Two_clients_of_one_platform_are_told_apart()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        platform.ClientId = "client-2";
        await platform.RegisterAsync(houses.AsAdministrator(Database.Sqlite));
        using var browser = new TestBrowser();
        using var landed = await browser.LaunchAsync(platform, new Launch());
        Assert.Equal(HttpStatusCode.SeeOther, landed.StatusCode);
    }

    /// <summary>Ids of courses and links are a deployment's own.</summary>
    [Fact]
    public async Task What_two_deployments_call_the_same_is_two_courses_with_a_link_each_for_one_person()
    {
        var administrator = houses.AsAdministrator(Database.Sqlite);
        await using var platform = await TestPlatform.StartAsync(administrator.BaseAddress!.ToString());
        var registration = (await platform.RegisterAsync(administrator))["id"];
        using var admitted = await administrator.PostJsonAsync($"/api/v1/lti/registrations/{registration}/deployments", """{"id": "2"}""");
        Assert.Equal(HttpStatusCode.NoContent, admitted.StatusCode);
        using var browser = new TestBrowser();
        var launch = new Launch { Roles = Launch.Instructor };
        using var one = await browser.LaunchAsync(platform, launch);
        using var other = await browser.LaunchAsync(platform, launch with { Deployment = "2" });
        Assert.All([one, other], landed => Assert.StartsWith("/lti/links/", landed.Headers.Location!.ToString(), StringComparison.Ordinal));
        Assert.NotEqual(one.Headers.Location, other.Headers.Location);
        using var me = await browser.GetAsync(platform.ToolOrigin + "/api/v1/me");
        Assert.Equal(2, (await me.ReadAsync(HttpStatusCode.OK))["courses"]!.AsArray().Count);
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
            await houses.RefusedAsync(early, "deployment_pending");
        }

        using var listed = await administrator.GetAsync("/api/v1/lti/registrations", TestContext.Current.CancellationToken);
        var mine = (await listed.ReadAsync(HttpStatusCode.OK))["items"]!.AsArray().Single(r => (string)r!["issuer"]! == platform.Issuer)!;
        Assert.True((bool)mine["deployments"]!.AsArray().Single(d => (string)d!["id"]! == "another/place")!["pending"]!);
        using var admitted = await administrator.PostJsonAsync($"/api/v1/lti/registrations/{registration["id"]}/deployments", """{"id": "another/place"}""");
        Assert.Equal(HttpStatusCode.NoContent, admitted.StatusCode);
        using var landed = await browser.LaunchAsync(platform, launch);
        Assert.Equal(HttpStatusCode.SeeOther, landed.StatusCode);
    }
}
