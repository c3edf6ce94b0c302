using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;
using static RnnGrader.Web.Tests.Lti.Platform.Launch;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>What a launch makes: a person, a course, a membership, a link.</summary>
public sealed class LaunchTests(Houses houses)
{
    /// <summary>The eighteen launches of the conformance suite that must be taken, nine as each.</summary>
    public static TheoryData<string, bool> Accepted()
    {
        var data = new TheoryData<string, bool>();
        foreach (var name in Kinds.Keys)
        {
            data.Add(name, true);
            data.Add(name, false);
        }

        return data;
    }

    private static readonly Dictionary<string, Func<bool, Launch>> Kinds = new()
    {
        ["plain"] = Plain,
        ["several roles"] = teaches => Plain(teaches) with { Roles = [.. Plain(teaches).Roles, "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Student", $"{Membership}#Member"] },
        ["short role"] = teaches => Plain(teaches) with { Roles = [teaches ? "Instructor" : "Learner"] },
        ["unknown role"] = teaches => Plain(teaches) with { Roles = [.. teaches ? Instructor : [], "http://example.org/roles#Unknown"] },
        ["empty roles"] = teaches => Plain(teaches) with { Roles = [] },
        ["e-mail only"] = teaches => Plain(teaches) with { Change = Without("name", "given_name", "family_name") },
        ["names only"] = teaches => Plain(teaches) with { Change = Without("email") },
        ["no personal data"] = teaches => Plain(teaches) with { Change = Without("name", "given_name", "family_name", "email") },
        ["e-mail without context"] = teaches => Plain(teaches) with { Change = Without("name", "given_name", "family_name", Claim + "context") },
    };

    [Theory, MemberData(nameof(Accepted))]
    public async Task A_launch_of_the_conformance_suite_is_accepted(string kind, bool teaches)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        using var landed = await browser.LaunchAsync(platform, Kinds[kind](teaches));

        Assert.True(landed.StatusCode == HttpStatusCode.SeeOther, await landed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var me = await MeAsync(browser, platform);
        var courses = me["courses"]!.AsArray();
        if (kind == "e-mail without context")
        {
            Assert.Empty(courses);
            return;
        }

        // Empty roles say nothing, and then nobody teaches.
        Assert.Equal(teaches && kind != "empty roles" ? "instructor" : "student", (string)courses.Single()!["role"]!);
    }

    [Theory, OnEveryDatabase]
    public async Task A_first_launch_makes_the_person_the_course_and_the_membership_and_the_next_finds_them(Database database)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, database);
        var launch = new Launch { Roles = Instructor };
        var (first, second) = (await LaunchedAsync(platform, launch), await LaunchedAsync(platform, launch));
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal("Title of course-1", (string)first["courses"]!.AsArray().Single()!["title"]!);
        Assert.Equal($"Name of {launch.User}", (string)first["name"]!);
    }

    [Theory, OnEveryDatabase]
    public async Task A_hall_that_opens_a_new_link_at_once_comes_into_one_course(Database database)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, database);
        var people = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => LaunchedAsync(platform, new Launch())));
        Assert.Single(people.Select(me => (string)me["courses"]!.AsArray().Single()!["id"]!).Distinct());
        Assert.Equal(24, people.Select(me => (string)me["id"]!).Distinct().Count());
    }

    [Fact]
    public async Task Roles_of_the_institution_or_the_system_never_make_an_instructor()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        string[] elsewhere =
        [
            "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor", "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator",
            "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator", "http://purl.imsglobal.org/vocab/lis/v2/system/person#SysAdmin", "instructor", $"{Membership}#Administrator",
        ];
        Assert.Equal("student", await RoleAsync(platform, elsewhere));
        Assert.Equal("assistant", await RoleAsync(platform, [.. Instructor, $"{Membership}/Instructor#TeachingAssistant"]));
        Assert.Equal("instructor", await RoleAsync(platform, [$"{Membership}/Instructor#Lecturer"]));
    }

    [Fact]
    public async Task Equal_addresses_from_two_platforms_are_two_people_and_neither_is_the_local_account()
    {
        var local = await houses.PersonAsync(Database.Sqlite, "Local");
        await using var one = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        await using var other = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        var launch = new Launch { User = "same-sub", Change = claims => claims["email"] = local.Email };
        var (here, there) = (await LaunchedAsync(one, launch), await LaunchedAsync(other, launch));
        Assert.Equal(3, new[] { local.Id, (string)here["id"]!, (string)there["id"]! }.Distinct().Count());
        Assert.All([here, there], me => Assert.Equal(local.Email, (string)me["email"]!));
    }

    /// <summary>Canvas' pages are on another host than its issuer. Only a launch that was verified says so, and only addresses of the web are taken.</summary>
    [Fact]
    public async Task Pages_are_framed_by_the_host_that_a_launch_came_from_as_well()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        var host = $"{Guid.NewGuid():N}.example.edu";
        using var browser = new TestBrowser();
        async Task<string> FramedByAsync(string returnUrl)
        {
            using var landed = await browser.LaunchAsync(platform, new Launch { Change = claims => claims[Claim + "launch_presentation"] = new JsonObject { ["return_url"] = returnUrl } });
            using var request = new HttpRequestMessage(HttpMethod.Get, platform.ToolOrigin + landed.Headers.Location) { Headers = { { "Sec-Fetch-Dest", "iframe" } } };
            using var page = await browser.SendAsync(request);
            return page.Headers.GetValues("Content-Security-Policy").Single().Split("frame-ancestors")[1];
        }

        Assert.DoesNotContain(host, await FramedByAsync($"ftp://{host}/course"), StringComparison.Ordinal);
        Assert.Contains($" https://{host}", await FramedByAsync($"https://{host}/course"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_longer_an_instructor_at_the_platform_is_none_here()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        var launch = new Launch { Roles = Instructor };
        await LaunchedAsync(platform, launch);
        Assert.Equal("student", (string)(await LaunchedAsync(platform, launch with { Roles = Student }))["courses"]![0]!["role"]!);
    }

    [Fact]
    public async Task A_name_of_any_length_is_taken_and_cut()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        var me = await LaunchedAsync(platform, new Launch { Change = claims => claims["name"] = new string('n', 5000) });
        Assert.Equal(200, ((string)me["name"]!).Length);
    }

    [Fact]
    public async Task A_claim_that_is_null_counts_as_absent()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        var me = await LaunchedAsync(platform, new Launch { Change = claims => (claims["email"], claims["azp"]) = (null, null) });
        Assert.Null(me["email"]);
    }

    [Fact]
    public async Task Two_tabs_launch_at_once()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var launch = new Launch();
        var (first, second) = (await browser.BeginAsync(platform, launch), await browser.BeginAsync(platform, launch with { Link = "link-2" }));
        using var landedSecond = await browser.SendAsync(second);
        using var landedFirst = await browser.SendAsync(first);
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.SeeOther], [landedFirst.StatusCode, landedSecond.StatusCode]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_launch_that_begins_at_one_copy_ends_at_another(Database database)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, database);
        var copy = await houses.CopyAsync(database);
        using var browser = new TestBrowser();
        var (_, fields) = await browser.BeginAsync(platform, new Launch { Change = claims => claims[Claim + "target_link_uri"] = copy.BaseAddress!.GetLeftPart(UriPartial.Authority) + "/lti/launch" });
        using var landed = await browser.SendAsync((copy.BaseAddress + "lti/launch", fields));
        Assert.True(landed.StatusCode == HttpStatusCode.SeeOther, await landed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await MeAsync(browser, platform);
    }

    [Fact]
    public async Task A_landing_is_logged_without_personal_data()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        var launch = new Launch();
        await LaunchedAsync(platform, launch);
        using var log = await houses.AsAdministrator(Database.Sqlite).GetAsync("/api/v1/lti/launches?limit=100", TestContext.Current.CancellationToken);
        var line = (await log.ReadAsync(HttpStatusCode.OK))["items"]!.AsArray().First(l => (string?)l!["claims"]?["iss"] == platform.Issuer)!;
        Assert.Equal("accepted", (string)line["outcome"]!);
        Assert.InRange((double)line["skew"]!, -5, 5);
        Assert.Equal("course-1", (string)line["claims"]!["context"]!);
        Assert.DoesNotContain(launch.User, line.ToJsonString(), StringComparison.Ordinal);
    }

    [Trait("needs", "postgres")]
    [Fact]
    public async Task A_launch_after_the_first_takes_four_round_trips_to_the_database()
    {
        var (folder, postgres) = (houses.Folder(), await houses.MigratedAsync(Database.Postgres));
        await using var service = await ServiceProcess.StartAsync(
            folder, postgres, ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken), ("Outbound__AllowPrivateNetworks", "true"), ("Deliveries__PollSeconds", "3600"),
            ("Logging__LogLevel__Microsoft.EntityFrameworkCore.Database.Command", "Information"));
        await using var platform = await TestPlatform.StartAsync(service.Http.BaseAddress!.ToString());
        using var administrator = service.Http.With(Houses.AdministratorToken);
        await platform.RegisterAsync(administrator);
        await using var room = await LmsRoom.OpenAsync(platform);
        using var browser = new TestBrowser();
        int Commands() => service.Log.Split('\n').Count(line => line.Contains("Executed DbCommand", StringComparison.Ordinal));
        using (await Pupil.LaunchAsync(platform, room.Launch("ada"), browser))
        {
            // Jobs look for work meanwhile, each now and then: what the fewest are is the launch's own.
            List<int> taken = [];
            for (var launch = 0; launch < 6; launch++)
            {
                await Task.Delay(300, TestContext.Current.CancellationToken);
                var before = Commands();
                using var landed = await browser.LaunchAsync(platform, room.Launch("ada"));
                Assert.Equal($"/assignments/{room.AssignmentId}", landed.Headers.Location!.ToString());
                await LmsRoom.UntilAsync(() => Commands() > before, "the log");
                await Task.Delay(300, TestContext.Current.CancellationToken);
                taken.Add(Commands() - before);
            }

            // The platform at the login; all that is known, and everything at once that it makes; and the commit.
            Assert.Equal(3, taken.Min());
        }
    }

    private static Launch Plain(bool teaches) => new() { Roles = teaches ? Instructor : Student };

    private static Action<JsonObject> Without(params string[] claims) => json => Array.ForEach(claims, claim => json.Remove(claim));

    private static async Task<string> RoleAsync(TestPlatform platform, string[] roles) =>
        (string)(await LaunchedAsync(platform, new Launch { Roles = roles }))["courses"]!.AsArray().Single()!["role"]!;

    private static async Task<JsonNode> LaunchedAsync(TestPlatform platform, Launch launch)
    {
        using var browser = new TestBrowser();
        using var landed = await browser.LaunchAsync(platform, launch);
        Assert.True(landed.StatusCode == HttpStatusCode.SeeOther, await landed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await MeAsync(browser, platform);
    }

    private static async Task<JsonNode> MeAsync(TestBrowser browser, TestPlatform platform)
    {
        using var me = await browser.GetAsync(platform.ToolOrigin + "/api/v1/me");
        return await me.ReadAsync(HttpStatusCode.OK);
    }
}
