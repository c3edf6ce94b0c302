using System.Net;
using RnnGrader.Web.Tests.Browser;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;
using RnnGrader.Web.Tests.Webhooks;
using static Microsoft.Playwright.Assertions;
using Visitor = RnnGrader.Web.Tests.Browser.Visitor;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>What instructors and administrators do about platforms on pages, without scripts.</summary>
[Trait("stage", "browser")]
public sealed class ConnectionPageTests(Houses houses, Chromium chromium)
{
    private HttpClient Administrator => houses.AsAdministrator(Database.Postgres);

    [Fact]
    public async Task An_instructor_sees_whose_score_was_refused_and_why_and_sends_it_again()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var ada = await room.StudentAsync("ada");
        using var bob = await room.StudentAsync("bob");
        await room.SubmitAsync(bob);
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(bob))["state"]! == "sent", "bob's score");
        room.Platform.Grades.Forget("course-1-link-1");
        await room.SubmitAsync(ada);
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(ada))["state"]! == "refused", "the refusal");

        await using var visitor = await chromium.VisitAsync(Administrator.BaseAddress!);
        var page = visitor.Page;
        await page.GotoAsync(room.Platform.LoginUrl(room.Launch(room.Instructor.User) with { Roles = Launch.Instructor }));
        await page.GotoAsync($"/teach/assignments/{room.AssignmentId}/gradebook");
        await Expect(page.Locator("tbody tr:has-text('ada')")).ToContainTextAsync("refused");
        await Expect(page.Locator("tbody tr:has-text('ada')")).ToContainTextAsync("No such column");
        await Expect(page.Locator("tbody tr:has-text('bob') .state")).ToHaveTextAsync("sent");
        await visitor.HasNothingInTheWayAsync();
        await page.ClickAsync("tbody tr:has-text('ada') a:has(.state)");
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("refused");

        // A new launch tells the tool of the column that the platform has made anew.
        using (await room.StudentAsync("ada"))
        {
        }

        await page.ClickAsync("main form button");
        await LmsRoom.UntilAsync(() => room.Cell(ada)?.Score == 1, "the score");
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(ada))["state"]! == "sent", "that it is sent");

        await page.GotoAsync($"/teach/courses/{room.Course}/connections");
        await page.ClickAsync("text=Test the connection");
        await Expect(page.Locator("td[role=status]")).ToContainTextAsync("It works");
        room.Platform.Roster.FailsFrom = 0;
        await page.ClickAsync("text=Read the members now");
        await Expect(page.Locator("#lms ~ .scroll tbody")).ToContainTextAsync("503");
        await page.SelectOptionAsync("select[name=state]", "sent");
        await page.ClickAsync("text=Show");
        await page.ClickAsync("text=Send these again");
        await LmsRoom.UntilAsync(() => room.Platform.Grades.Taken.Count >= 4, "both scores again");

        await using var receiver = await Receiver.StartAsync();
        await page.FillAsync("input[name=url]", receiver.Url);
        await page.FillAsync("input[name=secret]", Receiver.Secret);
        await page.UncheckAsync("input[value='progress.completed']");
        await page.ClickAsync("text=Add a webhook");
        await Expect(page.Locator("#webhooks ~ form b")).ToHaveTextAsync(receiver.Url);
        await visitor.HasNothingInTheWayAsync();
        await room.SubmitAsync(bob);
        await LmsRoom.UntilAsync(() => !receiver.Events.IsEmpty, "the event");
        await page.ClickAsync($"button[aria-label='Remove {receiver.Url}']");
        await Expect(page.Locator("#webhooks ~ form b")).ToHaveCountAsync(0);
        Assert.Empty(receiver.Offences);
    }

    [Fact]
    public async Task An_existing_course_takes_the_place_of_the_one_that_a_launch_made()
    {
        var room = await Classroom.OpenAsync(houses, Database.Postgres);
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Postgres);
        await using var owner = await chromium.VisitAsync(Administrator.BaseAddress!, options => options.JavaScriptEnabled = false);
        await owner.SignInAsync(Administrator, room.Instructor);
        await owner.Page.GotoAsync($"/teach/courses/{room.Course}/connections");
        await owner.Page.ClickAsync("summary");
        await owner.Page.ClickAsync("text=Make a code for this course");
        var code = await owner.Page.Locator("details code").TextContentAsync();

        // In the frame that the launch opened: the link names nothing yet, and the way to the course's connections leads from there.
        await using var visitor = await chromium.VisitAsync(Administrator.BaseAddress!);
        var tool = visitor.Page.FrameLocator("iframe.tool");
        var launch = new Launch { Roles = Launch.Instructor };
        await visitor.Page.GotoAsync(platform.Frames.Url("none", platform.LoginUrl(launch)));
        await tool.Locator("text=Link an existing course").ClickAsync();
        await tool.Locator("summary").ClickAsync();
        await tool.Locator("input[name=code]").FillAsync(code!);
        await tool.Locator("text=Lead launches to that course").ClickAsync();
        await Expect(tool.Locator("[role=status]")).ToContainTextAsync("Launches lead to the other course");

        await visitor.Page.GotoAsync(platform.Frames.Url("none", platform.LoginUrl(launch)));
        await tool.Locator("label:has-text('RNN by hand') input").CheckAsync();
        await tool.Locator("button").ClickAsync();
        await Expect(tool.Locator("h1")).ToContainTextAsync("RNN by hand");
        using var student = await Pupil.LaunchAsync(platform, new Launch());
        Assert.Equal(room.Course, (string)(await student.GetAsync("/me"))["courses"]!.AsArray().Single()!["id"]!);
    }

    [Fact]
    public async Task An_administrator_registers_a_platform_lets_its_deployment_in_finds_a_launch_by_its_reference_and_makes_a_key()
    {
        await using var platform = await TestPlatform.StartAsync(Administrator.BaseAddress!.ToString());
        await using var visitor = await chromium.VisitAsync(Administrator.BaseAddress!, options => options.JavaScriptEnabled = false);
        var page = visitor.Page;
        var person = await Administrator.PersonAsync("Ad Min");
        await using (var store = houses.Store(Database.Postgres))
        {
            (await store.Users.FindAsync([Guid.ParseExact(person.Id, "N")], TestContext.Current.CancellationToken))!.IsAdministrator = true;
            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await visitor.SignInAsync(Administrator, person);
        await page.GotoAsync("/admin/platforms");
        await page.FillAsync("input[name=issuer]", platform.Issuer);
        await page.FillAsync("input[name=clientId]", platform.ClientId);
        await page.FillAsync("input[name=name]", $"LMS at {platform.Issuer}");
        await page.FillAsync("input[name=auth]", "ftp://elsewhere/auth");
        await page.FillAsync("input[name=token]", platform.Issuer + "/token");
        await page.FillAsync("input[name=keys]", platform.Issuer + "/keys");
        await page.ClickAsync("main >> text=Register >> nth=-1");
        await Expect(page.Locator("#problems")).ToContainTextAsync("must begin with https://");
        await page.FillAsync("input[name=auth]", platform.Issuer + "/auth");
        await page.ClickAsync("main >> text=Register >> nth=-1");

        using var browser = new TestBrowser();
        using var pending = await browser.LaunchAsync(platform, new Launch { Deployment = "hall 7" });
        var reference = (await pending.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("reference <code>")[1][..10];
        await page.GotoAsync("/admin/launches?outcome=refused");
        await page.FillAsync("input[name=reference]", $" {reference.ToLowerInvariant()} ");
        await page.ClickAsync("text=Show >> nth=0");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("tbody tr")).ToContainTextAsync("deployment_pending");
        await page.ClickAsync("summary");
        await Expect(page.Locator("tbody details code")).ToContainTextAsync("hall 7");

        await page.GotoAsync("/admin/platforms");
        await page.ClickAsync($"article:has(h2:text-is('LMS at {platform.Issuer}')) button:has-text('Let it in')");
        using var landed = await browser.LaunchAsync(platform, new Launch { Deployment = "hall 7" });
        Assert.Equal(HttpStatusCode.SeeOther, landed.StatusCode);

        await page.ClickAsync("text=Make a registration link");
        await Expect(page.Locator("[role=status] code")).ToContainTextAsync("/lti/register?invitation=");
        var keys = await page.Locator("#keys ~ ul li").CountAsync();
        await page.ClickAsync("text=Make the next key");
        await Expect(page.Locator("#keys ~ ul li")).ToHaveCountAsync(Math.Max(keys, 1) + 1);
        await Expect(page.Locator("#keys ~ ul li").First).ToContainTextAsync("will sign from");
    }

    [Fact]
    public async Task An_administrator_joins_two_people_on_a_page_and_is_told_why_not()
    {
        await using var one = await TestPlatform.RegisteredAsync(houses, Database.Postgres);
        await using var other = await TestPlatform.RegisteredAsync(houses, Database.Postgres);
        var name = "Zoe " + Guid.NewGuid().ToString("N");
        Launch Named(string user) => new() { User = user, Change = claims => claims["name"] = name };
        using var first = await Pupil.LaunchAsync(one, Named("zoe"));
        using var classmate = await Pupil.LaunchAsync(one, Named("another zoe"));
        using var second = await Pupil.LaunchAsync(other, Named("z"));
        var stays = (string)(await first.GetAsync("/me"))["id"]!;

        await using var visitor = await chromium.VisitAsync(Administrator.BaseAddress!, options => options.JavaScriptEnabled = false);
        var page = visitor.Page;
        var person = await Administrator.PersonAsync("Ad Min");
        await using (var store = houses.Store(Database.Postgres))
        {
            (await store.Users.FindAsync([Guid.ParseExact(person.Id, "N")], TestContext.Current.CancellationToken))!.IsAdministrator = true;
            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await visitor.SignInAsync(Administrator, person);
        await page.GotoAsync($"/admin/people/{stays}/join?q={Uri.EscapeDataString(name)}");
        await page.CheckAsync($"input[value='{(await classmate.GetAsync("/me"))["id"]}']");
        await page.ClickAsync("button:has-text('Join them')");
        await Expect(page.Locator("#problems")).ToContainTextAsync("Both come from");
        await page.CheckAsync($"input[value='{(await second.GetAsync("/me"))["id"]}']");
        await page.ClickAsync("button:has-text('Join them')");
        await page.WaitForURLAsync("**/admin/people?*");
        using var again = await Pupil.LaunchAsync(other, Named("z"));
        Assert.Equal(stays, (string)(await again.GetAsync("/me"))["id"]!);
    }
}
