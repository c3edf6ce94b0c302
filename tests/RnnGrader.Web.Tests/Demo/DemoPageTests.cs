using System.Net;
using RnnGrader.Web.Tests.Browser;
using RnnGrader.Web.Tests.House;
using static Microsoft.Playwright.Assertions;
using Visitor = RnnGrader.Web.Tests.House.Visitor;

namespace RnnGrader.Web.Tests.Demo;

/// <summary>The demo course as whoever has just started the program meets it.</summary>
[Trait("stage", "browser")]
public sealed class DemoPageTests(Houses houses, Chromium chromium)
{
    private const string Course = "0100000000007000800000000000de00";
    private const string Instructor = "instructor@demo.example";

    [Fact]
    public async Task On_the_embedded_default_it_is_made_from_the_front_page_and_anybody_looks_around_in_it_and_nowhere_else()
    {
        var folder = houses.Folder();
        await using var service = await ServiceProcess.StartAsync(folder, null, ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken));
        await LookAroundAsync(service.Http.BaseAddress!);
        using var administrator = service.Http.With(Houses.AdministratorToken);
        await ReachesNothingElseAsync(administrator, await Classroom.OpenAsync(administrator));
        await OthersAreNotSignedInAsync(administrator);

        // What guests have made is not worked on when it is asked for again.
        var (code, said) = await ServiceProcess.RunAsync("demo", folder, null);
        Assert.True(code == 0 && said.Contains("is there", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task Where_Postgres_is_configured_there_is_no_such_page()
    {
        using var visitor = new Visitor(houses.Client(Database.Postgres).BaseAddress!);
        Assert.DoesNotContain("/demo", (await visitor.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/demo")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync("/", "/demo")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync("/", "/demo/sign-in", ("person", Instructor))).Response.StatusCode);
    }

    /// <summary>In a browser: the page that says how far it is, then the instructor's and a student's pages.</summary>
    private async Task LookAroundAsync(Uri site)
    {
        await using var visitor = await chromium.VisitAsync(site);
        var page = visitor.Page;
        await page.GotoAsync("/");
        await page.ClickAsync("text=Look around in a demo course");
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("of 30 students");
        await page.RouteAsync("**/demo", route => route.AbortAsync("aborted")); // it would load itself again while it is looked at
        visitor.ExpectsFailedRequests = true;
        await visitor.HasNothingInTheWayAsync();
        await page.UnrouteAllAsync();
        await page.GotoAsync("/demo");
        await Expect(page.Locator("button[value^=instructor]")).ToBeVisibleAsync(new() { Timeout = 240_000 });
        await visitor.HasNothingInTheWayAsync();
        await page.GotoAsync("/demo?culture=qps-ploc");
        await LanguageTests.HasNoneLeftOutAsync(visitor);
        await page.GotoAsync("/demo");

        await page.ClickAsync("button[value^=instructor]");
        await Expect(page.Locator("h1")).ToContainTextAsync("demo");
        await Expect(page.Locator("text=New assignment")).ToBeVisibleAsync();
        await page.ClickAsync(".tabs >> text=Roster");
        await Expect(page.Locator("main form")).ToHaveCountAsync(0);
        await page.GotoAsync("/home");
        await Expect(page.Locator("main form")).ToHaveCountAsync(0);

        await page.GotoAsync("/demo");
        await page.SelectOptionAsync("select[name=person]", "student03@demo.example");
        await page.ClickAsync("text=Look around as this student");
        await Expect(page.Locator("section[aria-labelledby=progress]")).ToContainTextAsync("of 20 completed");
    }

    private static async Task ReachesNothingElseAsync(HttpClient administrator, Classroom real)
    {
        using var guest = await SignedInAsync(administrator, Instructor);
        var student = (string)(await guest.Http.ReadJsonAsync($"/api/v1/courses/{Course}/members"))["items"]!.AsArray().First(member => (string)member!["role"]! == "student")!["person"]!;
        (string Method, string Path, string Body)[] refused =
        [
            ("POST", "/api/v1/courses", """{"title": "Mine", "term": "now"}"""), ("POST", "/api/v1/tokens", """{"name": "mine"}"""), ("POST", $"/api/v1/people/{student}/invitation", "{}"),
            ("POST", $"/api/v1/courses/{Course}/members", $$"""{"email": "{{real.Student.Email}}", "name": "Me", "role": "student"}"""), ("PATCH", $"/api/v1/courses/{Course}", """{"title": "Ours"}"""),
            ("DELETE", $"/api/v1/courses/{Course}", ""), ("POST", $"/api/v1/courses/{Course}/webhooks", """{"url": "https://example.org/", "secret": "sixteen characters"}"""),
        ];
        foreach (var (method, path, body) in refused)
        {
            using var answer = await guest.Http.SendJsonAsync(HttpMethod.Parse(method), path, body);
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {path}: {answer.StatusCode}");
        }

        var assignment = (string)(await guest.Http.ReadJsonAsync($"/api/v1/courses/{Course}/assignments"))["items"]![0]!["id"]!;
        using var changed = await guest.Http.SendJsonAsync(HttpMethod.Patch, $"/api/v1/assignments/{assignment}", """{"title": "Part one"}""");
        await changed.ReadAsync(HttpStatusCode.OK);
        using var made = await guest.Http.PostJsonAsync($"/api/v1/courses/{Course}/assignments", """{"title": "A guest's", "published": true, "items": [{"exercise": "rnn-step-1"}]}""");
        await made.ReadAsync(HttpStatusCode.Created);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/courses/{real.Course}")).Response.StatusCode);

        // Whoever makes one of them a member of a real course opens it to nobody.
        using var other = await SignedInAsync(administrator, "student30@demo.example");
        using var enrolled = await real.Instructor.Http.PostJsonAsync($"/api/v1/courses/{real.Course}/members", """{"email": "student30@demo.example", "name": "Yusuf Demir", "role": "student"}""");
        await enrolled.ReadAsync(HttpStatusCode.Created);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/courses/{real.Course}")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync("/demo", "/demo/sign-in", ("person", "student30@demo.example"))).Response.StatusCode);
    }

    private static async Task OthersAreNotSignedInAsync(HttpClient administrator)
    {
        var real = await administrator.PersonAsync("Re Al");
        using var visitor = new Visitor(administrator.BaseAddress!);
        foreach (var email in new[] { real.Email, "nobody@demo.example", "administrator", "" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync("/demo", "/demo/sign-in", ("person", email))).Response.StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/demo/sign-in", ("person", Instructor))).Response.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/demo")).Response.StatusCode);
        Assert.False(await visitor.IsSignedInAsync());
    }

    private static async Task<Visitor> SignedInAsync(HttpClient administrator, string person)
    {
        var visitor = new Visitor(administrator.BaseAddress!);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SendAsync("/demo", "/demo/sign-in", ("person", person))).Response.StatusCode);
        return visitor;
    }
}
