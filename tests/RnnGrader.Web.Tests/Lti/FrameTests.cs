using System.Text.Json.Nodes;
using Microsoft.Playwright;
using RnnGrader.Web.Tests.Browser;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;
using static Microsoft.Playwright.Assertions;
using static RnnGrader.Web.Tests.Lti.Platform.Launch;
using Visitor = RnnGrader.Web.Tests.Browser.Visitor;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>Launches in a real browser, within a platform's page on another site: the platform on localhost, the tool on 127.0.0.1, third parties' cookies blocked as Chromium blocks them by itself.</summary>
[Trait("slow", "yes")]
[Trait("stage", "browser")]
public sealed class FrameTests(Houses houses, Chromium chromium)
{
    private static readonly Launch Ask = new() { Message = "LtiDeepLinkingRequest", Roles = Instructor };

    [Fact]
    public async Task The_browser_of_these_tests_brings_back_no_plain_cookie_in_a_frame()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        await using var visitor = await chromium.FrameVisitAsync(houses.Client(Database.Sqlite).BaseAddress!);
        var other = platform.Issuer.Replace("localhost", "127.0.0.1", StringComparison.Ordinal) + "/cookies/set";
        await visitor.Page.GotoAsync(other);
        await Expect(visitor.Page.Locator("p")).ToContainTextAsync("plain=1");
        await visitor.Page.GotoAsync(platform.Frames.Url("none", other));
        await Expect(Tool(visitor.Page).Locator("p")).ToHaveTextAsync("Cookies: __Host-partitioned=1.");
    }

    [Theory, OnEveryDatabase]
    public async Task A_student_answers_a_worksheet_in_each_of_two_frames_that_opened_at_once(Database database)
    {
        await using var room = await LmsRoom.OpenAsync(houses, database);
        await using var visitor = await chromium.FrameVisitAsync(houses.Client(database).BaseAddress!);
        visitor.ExpectsFailedRequests = true; // a draft from one frame may meet the other's
        var launch = room.Launch("ada");
        await visitor.Page.GotoAsync(room.Platform.Frames.Url("none", room.Platform.LoginUrl(launch), room.Platform.LoginUrl(launch with { Link = "link-2" })));
        await LandedAsync(Tool(visitor.Page));
        await LandedAsync(Tool(visitor.Page, 1));
        foreach (var number in new[] { 0, 1 })
        {
            await ToWorksheetAsync(visitor.Page, number);
        }

        foreach (var number in new[] { 0, 1 })
        {
            await AnswerAsync(room, visitor.Page, number);
        }

        await LmsRoom.UntilAsync(() => room.Platform.Grades.CellOf("course-1-link-1", "ada")?.Score == 1 && room.Platform.Grades.CellOf("course-1-link-2", "ada")?.Score == 1, "the score at both links");
    }

    [Fact]
    public async Task An_instructor_lands_where_the_assignment_is_managed_and_saves_a_form_there()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        await using var visitor = await chromium.FrameVisitAsync(houses.Client(Database.Postgres).BaseAddress!);
        var tool = Tool(visitor.Page);
        await visitor.Page.GotoAsync(room.Platform.Frames.Url("none", room.Platform.LoginUrl(room.Launch(room.Instructor.User) with { Roles = Instructor })));
        await Expect(tool.Locator("nav.tabs")).ToContainTextAsync("Gradebook");
        await tool.Locator("nav.tabs >> text=Edit").ClickAsync();
        await tool.Locator("input[name=title]").FillAsync("Saved within a frame");
        await tool.Locator("#editor .deed button").ClickAsync();
        await Expect(tool.Locator("h1")).ToContainTextAsync("Saved within a frame");
        Assert.Equal("Saved within a frame", (string)(await room.Instructor.GetAsync($"/assignments/{room.AssignmentId}"))["title"]!);
    }

    /// <summary>In a window of its own both sign-ins' cookies come along: the newer one counts.</summary>
    [Fact]
    public async Task Who_is_signed_in_here_and_comes_by_a_launch_is_whom_the_platform_sent()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        await using var visitor = await chromium.FrameVisitAsync(houses.Client(Database.Postgres).BaseAddress!);
        await visitor.SignInAsync(houses.AsAdministrator(Database.Postgres), await houses.PersonAsync(Database.Postgres, "Local"));
        await visitor.Page.GotoAsync(room.Platform.LoginUrl(room.Launch("ada")));
        await visitor.Page.WaitForURLAsync($"**/assignments/{room.AssignmentId}");
        var me = await visitor.Page.APIRequest.GetAsync("/api/v1/me");
        Assert.Contains("Name of ada", await me.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_to_link_is_picked_made_on_the_spot_or_left_and_the_platform_gets_the_answer()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        await using var visitor = await chromium.FrameVisitAsync(houses.Client(Database.Postgres).BaseAddress!);
        visitor.ExpectsFailedRequests = true; // a form that says too little is a 422
        var tool = Tool(visitor.Page);

        var picked = await ItemsAsync(room, visitor.Page, async () =>
        {
            await tool.Locator("label:has-text('RNN by hand') input").CheckAsync();
            await tool.Locator("button >> nth=0").ClickAsync();
        });
        Assert.Equal(room.AssignmentId, (string)Assert.Single(picked)!["custom"]!["assignment"]!);

        var made = await ItemsAsync(room, visitor.Page, async () =>
        {
            await tool.Locator("input[value=new]").CheckAsync();
            await tool.Locator("button >> nth=0").ClickAsync();
            await Expect(tool.Locator("[role=alert]")).ToContainTextAsync("needs a title");
            await tool.Locator("input[value=new]").CheckAsync();
            await tool.Locator("input[name=title]").FillAsync("Made in the frame");
            await tool.Locator("input[value=rnn-step-1]").CheckAsync();
            await tool.Locator("button >> nth=0").ClickAsync();
        });
        Assert.Equal("Made in the frame", (string)Assert.Single(made)!["title"]!);

        Assert.Empty(await ItemsAsync(room, visitor.Page, () => tool.Locator("button[name=cancel]").ClickAsync()));
    }

    [Theory, InlineData("keeps"), InlineData("mute")]
    public async Task A_platforms_storage_is_asked_and_a_mute_one_holds_up_nobody_whose_cookie_is_kept(string storage)
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Sqlite);
        await using var visitor = await chromium.FrameVisitAsync(houses.Client(Database.Sqlite).BaseAddress!);
        await visitor.Page.GotoAsync(room.Platform.Frames.Url(storage, room.Platform.LoginUrl(room.Launch(), "&lti_storage_target=storage")));
        await LandedAsync(Tool(visitor.Page));
        Assert.Equal(["lti.put_data"], room.Platform.Frames.Asked.Distinct());
    }

    [Fact]
    public async Task A_browser_that_keeps_no_cookie_in_frames_gets_through_by_the_platforms_storage_or_a_window_of_its_own_and_never_unchecked()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Sqlite);
        await using var visitor = await chromium.VisitWithoutFrameCookiesAsync(houses.Folder());
        visitor.ExpectsFailedRequests = true; // a refusal is one
        var (page, frames) = (visitor.Page, room.Platform.Frames);
        await page.GotoAsync(frames.Url("none", room.Platform.Issuer.Replace("localhost", "127.0.0.1", StringComparison.Ordinal) + "/cookies/set"));
        await Expect(Tool(page).Locator("p")).ToHaveTextAsync("Cookies: .");

        // By the storage the launch is known to be this browser's, so that the window need not begin anew.
        await page.GotoAsync(frames.Url("keeps", room.Platform.LoginUrl(room.Launch("ada"), "&lti_storage_target=storage")));
        await Expect(Tool(page).Locator("h1")).ToHaveTextAsync("Open this in a new window");
        Assert.Equal(["lti.put_data", "lti.get_data"], frames.Asked.Distinct());
        await InWindowAsync(visitor);
        var again = await visitor.Context.RunAndWaitForPageAsync(() => Tool(page).Locator("a").ClickAsync());
        await Expect(again.Locator("h1")).ToHaveTextAsync("This link was used");
        await again.CloseAsync();

        // Without an answer of the storage, and without one at all, the launch is begun anew in the window.
        foreach (var (storage, more) in new[] { ("mute", "&lti_storage_target=storage"), ("none", "") })
        {
            await page.GotoAsync(frames.Url(storage, room.Platform.LoginUrl(room.Launch("ada"), more)));
            await Expect(Tool(page).Locator("code").First).ToHaveTextAsync("state_browser");
            await InWindowAsync(visitor);
        }
    }

    private static IFrameLocator Tool(IPage page, int number = 0) => page.FrameLocator($"iframe.tool >> nth={number}");

    private static async Task InWindowAsync(Visitor visitor)
    {
        var window = await visitor.Context.RunAndWaitForPageAsync(() => Tool(visitor.Page).Locator("a").ClickAsync());
        await window.WaitForURLAsync("**/assignments/*");
        await Expect(window.Locator("nav a[href='/account']")).ToBeVisibleAsync();
        await window.CloseAsync();
    }

    private static async Task<JsonArray> ItemsAsync(LmsRoom room, IPage page, Func<Task> answer)
    {
        var before = room.Platform.DeepLinks.Answers.Count;
        await page.GotoAsync(room.Platform.Frames.Url("none", room.Platform.LoginUrl(Ask)));
        await answer();
        await LmsRoom.UntilAsync(() => room.Platform.DeepLinks.Answers.Count > before, "the answer at the platform");
        return room.Platform.DeepLinks.Answers.Last()[DeepLinking + "content_items"]!.AsArray();
    }

    private static Task LandedAsync(IFrameLocator tool) => ShowsAsync(tool, "nav a[href='/account']");

    // What stands in a frame is in no report of Playwright's.
    private static async Task ShowsAsync(IFrameLocator tool, string element)
    {
        try
        {
            await Expect(tool.Locator(element)).ToBeVisibleAsync();
        }
        catch (PlaywrightException)
        {
            Assert.Fail($"In the frame: {await tool.Locator("body").InnerTextAsync()}");
        }
    }

    private static async Task ToWorksheetAsync(IPage page, int number)
    {
        await Tool(page, number).Locator(".pick button").ClickAsync();
        await Expect(Tool(page, number).Locator("#work")).ToBeVisibleAsync();
    }

    private static async Task AnswerAsync(LmsRoom room, IPage page, int number)
    {
        var tool = Tool(page, number);
        var id = (await tool.Locator("#work").EvaluateAsync<string>("form => form.ownerDocument.location.pathname")).Split('/')[^1];
        foreach (var blank in (await room.Instructor.GetAsync($"/instances/{id}/solution"))["blanks"]!.AsArray())
        {
            foreach (var (row, value) in blank!.Cells().Index())
            {
                await tool.Locator($"input[name='{blank!["name"]}']").Nth(row).FillAsync(value);
            }
        }

        await Expect(tool.Locator(".draft")).ToHaveTextAsync("saved");
        await tool.Locator(".deed button").ClickAsync();
        await Expect(tool.Locator("#report")).ToContainTextAsync("All right");
    }
}
