using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Exercises;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;
using static RnnGrader.Web.Tests.Lti.Platform.Launch;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>Choosing what a platform's course links to.</summary>
public sealed class DeepLinkTests(Houses houses)
{
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
        Assert.Empty((await AnswerAsync(platform, browser, [("cancel", "1")]))[DeepLinking + "content_items"]!.AsArray());
    }

    [Fact]
    public async Task Data_is_sent_back_only_where_it_was_given()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var claims = await AnswerAsync(platform, browser, [("cancel", "1")], Ask with { Change = c => c[DeepLinking + "deep_linking_settings"]!.AsObject().Remove("data") });
        Assert.False(claims.ContainsKey(DeepLinking + "data"));
    }

    [Fact]
    public async Task Students_choose_nothing_and_nobody_chooses_with_anothers_ticket()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var student = new TestBrowser();
        using var refused = await student.LaunchAsync(platform, Ask with { Roles = Student });
        Assert.Contains("<code>deep_link_role</code>", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var instructor = new TestBrowser();
        using var landed = await instructor.LaunchAsync(platform, Ask);
        using (await student.LaunchAsync(platform, new Launch()))
        {
        }

        using var stolen = await student.GetAsync(platform.ToolOrigin + landed.Headers.Location);
        Assert.Equal(HttpStatusCode.Unauthorized, stolen.StatusCode);
    }

    /// <summary>What the platform asks for that can't be answered, and by whom.</summary>
    [Theory]
    [InlineData("deep_link_settings", "")]
    [InlineData("deep_link_settings", "deep_link_return_url")]
    [InlineData("deep_link_settings", "deep_link_return_url", "\"javascript:alert(1)\"")]
    [InlineData("deep_link_settings", "deep_link_return_url", "\"/back\"")]
    [InlineData("deep_link_types", "accept_types")]
    [InlineData("deep_link_types", "accept_types", "[\"link\", \"file\"]")]
    [InlineData("claim_type", "accept_multiple", "\"true\"")]
    public async Task A_question_that_cannot_be_answered_is_refused(string code, string setting, string? value = null)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        using var refused = await browser.LaunchAsync(platform, Ask with
        {
            Change = claims =>
            {
                var settings = setting.Length == 0 ? claims : claims[DeepLinking + "deep_linking_settings"]!.AsObject();
                var name = setting.Length == 0 ? DeepLinking + "deep_linking_settings" : setting;
                settings.Remove(name);
                if (value is not null)
                {
                    settings[name] = JsonNode.Parse(value);
                }
            },
        });
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains($"<code>{code}</code>", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_link_without_a_column_goes_back_where_the_platform_takes_no_more_and_none_of_another_course()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var elsewhere = await Pupil.LaunchAsync(platform, new Launch { Roles = Instructor, Course = "another" });
        var course = (string)(await elsewhere.GetAsync("/me"))["courses"]![0]!["id"]!;
        var foreign = (string)(await elsewhere.PostAsync($"/courses/{course}/assignments", Classroom.Plain, HttpStatusCode.Created))["id"]!;
        using var browser = new TestBrowser();
        var ask = Ask with
        {
            Change = claims =>
            {
                claims[DeepLinking + "deep_linking_settings"]!["accept_multiple"] = false;
                claims[DeepLinking + "deep_linking_settings"]!["accept_lineitem"] = false;
            },
        };
        (string, string)[] make = [("assignment", "new"), ("title", "Mine"), ("exercise", "rnn-step-1")];
        var own = (string)(await AnswerAsync(platform, browser, make, ask))[DeepLinking + "content_items"]!.AsArray().Single()!["custom"]!["assignment"]!;
        var item = (await AnswerAsync(platform, browser, [("assignment", foreign), ("assignment", own), .. make], ask))[DeepLinking + "content_items"]!.AsArray().Single()!.AsObject();
        Assert.NotEqual(own, (string)item["custom"]!["assignment"]!);
        Assert.False(item.ContainsKey("lineItem"));
        Assert.Empty((await AnswerAsync(platform, browser, [("assignment", foreign)], ask))[DeepLinking + "content_items"]!.AsArray());
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

    private static async Task<JsonObject> SendAsync(TestPlatform platform, TestBrowser browser, (string Action, Dictionary<string, string> Fields) form, (string, string)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, platform.ToolOrigin + form.Action)
        {
            Content = new FormUrlEncodedContent([.. form.Fields, .. fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2))]),
            Headers = { { "Origin", platform.ToolOrigin } },
        };
        using var answer = await browser.SendAsync(request);
        using var returned = await browser.SendAsync(TestBrowser.Form(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(HttpStatusCode.OK, returned.StatusCode);
        return platform.DeepLinks.Answers.Last();
    }
}
