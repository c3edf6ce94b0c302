using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Exercises;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;
using static RnnGrader.Web.Tests.Lti.Platform.Launch;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>Choosing what a platform's course links to.</summary>
public sealed class DeepLinkTests(Houses houses)
{
    private static readonly (string, string)[] Make = [("assignment", "new"), ("title", "Mine"), ("exercise", "rnn-step-1")];
    private static readonly Launch Ask = new() { Message = "LtiDeepLinkingRequest", Roles = Instructor };

    [Theory, OnEveryDatabase]
    public async Task An_instructor_makes_an_assignment_on_the_spot_and_its_link_opens_it_even_in_a_copied_course(Database database)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, database);
        using var browser = new TestBrowser();
        var claims = await AnswerAsync(platform, browser, [("assignment", "new"), ("title", "Made <here>"), ("exercise", "rnn-step-1"), ("exercise", "rnn-step-2")]);
        Assert.Equal("platform's own data", (string)claims[DeepLinking + "data"]!);
        Assert.Equal("1", (string)claims[Claim + "deployment_id"]!);
        var item = claims[DeepLinking + "content_items"]!.AsArray().Single()!;
        Assert.Equal(("ltiResourceLink", "Made <here>", platform.ToolOrigin + "/lti/launch"), ((string)item["type"]!, (string)item["title"]!, (string)item["url"]!));
        Assert.Equal(2, (double)item["lineItem"]!["scoreMaximum"]!);
        var id = (string)item["custom"]!["assignment"]!;
        Assert.Equal(id, (string)item["lineItem"]!["resourceId"]!);

        using var student = new TestBrowser();
        var launch = new Launch { Custom = new() { ["assignment"] = id } };
        using var landed = await student.LaunchAsync(platform, launch);
        Assert.Equal($"/assignments/{id}", landed.Headers.Location!.ToString());
        using var copied = await student.LaunchAsync(platform, launch with { Course = "the copy", Link = "another link" });
        Assert.Equal($"/assignments/{id}", copied.Headers.Location!.ToString());

        // Whoever teaches the copy does not come to teach the course that it was copied from.
        using var teacher = new TestBrowser();
        using var elsewhere = await teacher.LaunchAsync(platform, launch with { User = "teacher", Course = "the copy", Link = "another link", Roles = Instructor });
        Assert.StartsWith("/lti/links/", elsewhere.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var foreign = await teacher.GetAsync($"{platform.ToolOrigin}/api/v1/assignments/{id}");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);

        // They take a copy of it for their own course, and the link opens that from then on.
        using var request = new HttpRequestMessage(HttpMethod.Post, platform.ToolOrigin + elsewhere.Headers.Location)
        {
            Content = new FormUrlEncodedContent([new("assignment", "copy")]),
            Headers = { { "Origin", platform.ToolOrigin } },
        };
        using var chosen = await teacher.SendAsync(request);
        var own = chosen.Headers.Location!.ToString();
        Assert.StartsWith("/teach/assignments/", own, StringComparison.Ordinal);
        Assert.DoesNotContain(id, own, StringComparison.Ordinal);
        using var another = new TestBrowser();
        using var after = await another.LaunchAsync(platform, launch with { User = "another", Course = "the copy", Link = "another link" });
        Assert.Equal(own, $"/teach{after.Headers.Location}/gradebook");
    }

    [Fact]
    public async Task Cancelling_answers_with_nothing_to_link()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        Assert.Empty(await ItemsAsync(platform, browser, [("cancel", "1"), .. Make]));
    }

    [Fact]
    public async Task Data_is_sent_back_only_where_it_was_given()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var claims = await AnswerAsync(platform, browser, [("cancel", "1")], Ask with { Change = c => c[DeepLinking + "deep_linking_settings"]!.AsObject().Remove("data") });
        Assert.False(claims.ContainsKey(DeepLinking + "data"));
    }

    /// <summary>The platform refuses an answer whose nonce it has seen.</summary>
    [Fact]
    public async Task Each_answer_is_another()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        await AnswerAsync(platform, browser, [("cancel", "1")]);
        await AnswerAsync(platform, browser, [("cancel", "1")]);
        Assert.Equal(2, platform.DeepLinks.Answers.Count);
    }

    [Fact]
    public async Task One_link_goes_back_where_the_platform_takes_no_more()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var ask = Asking("accept_multiple");
        var own = await AssignmentAsync(platform, Ask.Course);
        Assert.Equal("Mine", (string)(await ItemsAsync(platform, browser, [("assignment", own), .. Make], ask)).Single()!["title"]!);
    }

    [Fact]
    public async Task A_column_is_declared_only_where_the_platform_takes_it()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        Assert.False((await ItemsAsync(platform, browser, Make, Asking("accept_lineitem"))).Single()!.AsObject().ContainsKey("lineItem"));
    }

    /// <summary>No platform takes a column of which the most is 0.</summary>
    [Fact]
    public async Task A_column_for_what_is_worth_nothing_has_a_maximum_all_the_same()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var worthless = await AssignmentAsync(platform, Ask.Course, """{"title": "Try it", "published": true, "items": [{"exercise": "rnn-step-1", "points": 0}]}""");
        Assert.Equal(1, (double)(await ItemsAsync(platform, browser, [("assignment", worthless)])).Single()!["lineItem"]!["scoreMaximum"]!);
    }

    [Fact]
    public async Task An_assignment_of_another_course_or_one_that_was_archived_is_not_linked()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var (foreign, archived) = (await AssignmentAsync(platform, "another"), await AssignmentAsync(platform, Ask.Course));
        await using (var store = houses.Store(Database.Sqlite))
        {
            var id = Guid.ParseExact(archived, "N");
            await store.Assignments.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ArchivedAt, DateTime.UtcNow), TestContext.Current.CancellationToken);
        }

        Assert.Empty(await ItemsAsync(platform, browser, [("assignment", foreign), ("assignment", archived)]));
    }

    /// <summary>What makes no assignment is asked for again.</summary>
    [Theory]
    [InlineData(0, "rnn-step-1")]
    [InlineData(201, "rnn-step-1")]
    [InlineData(5, "no-such-exercise")]
    [InlineData(5, null)]
    public async Task A_new_assignment_needs_a_title_and_exercises_that_there_are(int length, string? exercise)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        using var answer = await SubmitAsync(
            platform, browser, await PickerAsync(platform, browser, Ask), [("assignment", "new"), ("title", new('t', length)), .. exercise is null ? [] : new[] { ("exercise", exercise) }]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task A_custom_parameter_that_the_platform_left_as_a_variable_counts_as_absent()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        using var landed = await browser.LaunchAsync(platform, new Launch { Custom = new() { ["assignment"] = "$ResourceLink.id" } });
        Assert.StartsWith("/lti/links/", landed.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var page = await browser.GetAsync(platform.ToolOrigin + landed.Headers.Location);
        Assert.Contains("not chosen yet", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Such a browser proves by the platform's storage whose launch it is. The ticket then stands in the page, and is good for nothing in an address.</summary>
    [Fact]
    public async Task A_browser_that_keeps_no_session_in_frames_answers_within_the_page_and_by_no_address()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        using var login = await browser.GetAsync(platform.LoginUrl(Ask, "&lti_storage_target=_parent"));
        var page = await login.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var authorized = await browser.GetAsync(WebUtility.HtmlDecode(page.Split("<a href=\"")[1].Split('"')[0]));
        var form = TestBrowser.Form(await authorized.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        form.Fields["rnngrader_secret"] = WebUtility.HtmlDecode(page.Split("data-value=\"")[1].Split('"')[0]);
        browser.Cookies.Clear();
        using var asked = await browser.SendAsync(form);
        var picker = TestBrowser.Form(await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(browser.Cookies);
        Assert.Single(Items(await SendAsync(platform, browser, picker, [("assignment", "each"), ("exercise", "rnn-step-1")])));
        using var address = await browser.GetAsync($"{platform.ToolOrigin}/lti/deep-link?ticket={picker.Fields["ticket"]}");
        Assert.Equal(HttpStatusCode.Unauthorized, address.StatusCode);
    }

    [Theory, OnEveryDatabase]
    public async Task Each_exercise_becomes_a_link_of_its_own_and_the_form_sent_twice_makes_nothing_twice(Database database)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, database);
        using var browser = new TestBrowser();
        var form = await PickerAsync(platform, browser, Ask);
        (string, string)[] each = [("assignment", "each"), ("exercise", "rnn-step-2"), ("exercise", "rnn-step-1"), ("exercise", "nothing")];
        var first = Items(await SendAsync(platform, browser, form, each));
        Assert.Equal([Catalogue.Find("rnn-step-2")!.Title, Catalogue.Find("rnn-step-1")!.Title], first.Select(item => item.Title));
        Assert.Equal(first, Items(await SendAsync(platform, browser, form, each)));
        using var instructor = await Pupil.LaunchAsync(platform, new Launch { Roles = Instructor }, browser);
        var course = (string)(await instructor.GetAsync("/me"))["courses"]![0]!["id"]!;
        Assert.Equal(2, (await instructor.GetAsync($"/courses/{course}/assignments"))["items"]!.AsArray().Count);
    }

    private static Launch Asking(string without) => Ask with { Change = claims => claims[DeepLinking + "deep_linking_settings"]![without] = false };

    private static async Task<string> AssignmentAsync(TestPlatform platform, string course, string assignment = Classroom.Plain)
    {
        using var teacher = await Pupil.LaunchAsync(platform, new Launch { Roles = Instructor, Course = course });
        var id = (string)(await teacher.GetAsync("/me"))["courses"]![0]!["id"]!;
        return (string)(await teacher.PostAsync($"/courses/{id}/assignments", assignment, HttpStatusCode.Created))["id"]!;
    }

    private static async Task<JsonArray> ItemsAsync(TestPlatform platform, TestBrowser browser, (string, string)[] fields, Launch? ask = null) =>
        (await AnswerAsync(platform, browser, fields, ask))[DeepLinking + "content_items"]!.AsArray();

    private static List<(string Title, string Id)> Items(JsonObject claims) =>
        [.. claims[DeepLinking + "content_items"]!.AsArray().Select(item => ((string)item!["title"]!, (string)item["custom"]!["assignment"]!))];

    private static async Task<JsonObject> AnswerAsync(TestPlatform platform, TestBrowser browser, (string, string)[] fields, Launch? ask = null) =>
        await SendAsync(platform, browser, await PickerAsync(platform, browser, ask ?? Ask), fields);

    private static async Task<(string Action, Dictionary<string, string> Fields)> PickerAsync(TestPlatform platform, TestBrowser browser, Launch ask)
    {
        using var landed = await browser.LaunchAsync(platform, ask);
        using var picker = await browser.GetAsync(platform.ToolOrigin + landed.Headers.Location);
        Assert.Contains(platform.Issuer, picker.Headers.GetValues("Content-Security-Policy").Single().Split("frame-ancestors")[1], StringComparison.Ordinal);
        return TestBrowser.Form(await picker.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static Task<HttpResponseMessage> SubmitAsync(TestPlatform platform, TestBrowser browser, (string Action, Dictionary<string, string> Fields) form, (string, string)[] fields) =>
        browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, platform.ToolOrigin + form.Action)
        {
            Content = new FormUrlEncodedContent([.. form.Fields, .. fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2))]),
            Headers = { { "Origin", platform.ToolOrigin } },
        });

    private static async Task<JsonObject> SendAsync(TestPlatform platform, TestBrowser browser, (string Action, Dictionary<string, string> Fields) form, (string, string)[] fields)
    {
        using var answer = await SubmitAsync(platform, browser, form, fields);
        using var returned = await browser.SendAsync(TestBrowser.Form(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(HttpStatusCode.OK, returned.StatusCode);
        return platform.DeepLinks.Answers.Last();
    }
}
