using Microsoft.Playwright;
using RnnGrader.Web.Tests.House;
using static Microsoft.Playwright.Assertions;
using static RnnGrader.Web.Tests.Browser.Studying;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>What the time, the last attempt and newer numbers do to a student's pages, on Postgres. They are looked at on the way as in <see cref="StudyTests"/>.</summary>
[Trait("slow", "yes")]
[Trait("stage", "browser")]
public sealed class ClosingTests(Houses houses, Chromium chromium)
{
    [Fact]
    public async Task New_numbers_late_work_the_last_attempt_a_score_that_was_set_and_closing()
    {
        var start = DateTimeOffset.UtcNow;
        await using var service = new ClockedService(houses.Folder(), await houses.MigratedAsync(Database.Postgres), start);
        var room = await Classroom.OpenAsync(service.Administrator, $$"""
            {"title": "RNN by hand", "published": true, "opensAt": "{{At(start.AddHours(1))}}", "dueAt": "{{At(start.AddDays(1))}}", "closesAt": "{{At(start.AddDays(3))}}", "latePenaltyPerDay": 0.25,
             "items": [{"exercise": "rnn-step-1", "maxAttempts": 3, "newNumbers": "onRequest"}, {"exercise": "graph-to-matrix", "maxAttempts": 1}, {"exercise": "matrix-to-graph", "maxAttempts": 1}]}
            """);
        await using var visitor = await chromium.VisitAsync(room.Administrator.BaseAddress!, options => options.TimezoneId = "America/New_York");
        var page = visitor.Page;
        await visitor.SignInAsync(room.Administrator, room.Student);
        var assignment = $"/assignments/{room.AssignmentId}";
        await page.GotoAsync(assignment);
        await Expect(page.Locator("#closed")).ToContainTextAsync("This opens on");
        await Expect(page.Locator(".pick button")).ToHaveCountAsync(0);
        await LookAsync(visitor);

        service.Clock.SetUtcNow(start.AddHours(2));
        await page.ReloadAsync();
        var due = TimeZoneInfo.ConvertTime(start.AddDays(1), TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
        await Expect(page.Locator("dl.figures").First).ToContainTextAsync(due.ToString("MMM d, yyyy, h:mm", System.Globalization.CultureInfo.InvariantCulture));
        await page.ClickAsync(".pick button >> nth=0");
        await page.Locator("input[name=h_1]").First.FillAsync("1/7");
        await page.ClickAsync(".deed button");
        await Expect(page.Locator(".figures").First).ToContainTextAsync("2 of 3");
        await Expect(page.Locator("a[href$=solution]")).ToHaveCountAsync(0);
        var old = page.Url.Split('#')[0];
        await page.ClickAsync("text=New numbers");
        await Expect(page.Locator("#report")).ToHaveCountAsync(0);
        Assert.NotEqual(old, page.Url);
        await page.GotoAsync(old);
        await IsReadAloneAsync(page, "You have drawn newer numbers");
        await LookAsync(visitor);
        await page.ClickAsync("text=To the newest numbers");

        service.Clock.SetUtcNow(start.AddDays(1.5));
        await page.ReloadAsync();
        await Expect(page.Locator(".note")).ToContainTextAsync("counts at most 75 %");
        await LookAsync(visitor);
        await HandInAsync(page, await SolutionAsync(room, page));
        await Expect(page.Locator("#report")).ToContainTextAsync("The grader gave 100 %. It was handed in late (started days: 1) and counts 75 %.");
        await page.GotoAsync($"/courses/{room.Course}");
        await Expect(page.Locator("main li")).ToContainTextAsync("Was due");
        await LookAsync(visitor);

        await page.GotoAsync(assignment);
        await page.ClickAsync(".pick button >> nth=0");
        await HandInAsync(page, ["1/7"]);
        await IsReadAloneAsync(page, "All attempts are used up");
        await Expect(page.Locator("a[href$=solution]")).ToBeVisibleAsync();
        await LookAsync(visitor);
        using var set = await room.Instructor.Http.PostJsonAsync($"/api/v1/submissions/{await LatestAsync(service, page)}/override", """{"score": 0.9, "reason": "The paper says it."}""");
        await set.ReadAsync(System.Net.HttpStatusCode.Created);
        await page.ReloadAsync();
        await Expect(page.Locator("#report")).ToContainTextAsync("set the score to 90 %");
        await Expect(page.Locator("#report")).ToContainTextAsync("The paper says it.");
        await Expect(page.Locator(".figures").First).ToContainTextAsync("90 %");
        await LookAsync(visitor);

        // What is chosen on pictures stays there to be seen.
        await page.GotoAsync(assignment);
        await page.ClickAsync(".pick:nth-child(2) button");
        await page.ClickAsync("summary >> nth=0");
        await page.CheckAsync("input[type=checkbox] >> nth=0");
        await page.ClickAsync(".deed button");
        await Expect(page.Locator("#closed")).ToContainTextAsync("All attempts are used up");
        await Expect(page.Locator("input[type=checkbox]").First).ToBeDisabledAsync();
        await Expect(page.Locator("input[type=checkbox]").First).ToBeCheckedAsync();
        await LookAsync(visitor);
        await page.GotoAsync(assignment);
        await page.ClickAsync(".pick:nth-child(3) button");
        await page.Locator("select[name='links.from']").First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("select[name='links.to']").First.SelectOptionAsync(new SelectOptionValue { Index = 9 });
        await page.ClickAsync(".deed button");
        await Expect(page.Locator("#closed")).ToContainTextAsync("All attempts are used up");
        await Expect(page.Locator("select[name='links.from']")).ToBeDisabledAsync();
        await LookAsync(visitor);

        service.Clock.SetUtcNow(start.AddDays(4));
        await page.GotoAsync(assignment);
        await Expect(page.Locator("#closed")).ToContainTextAsync("This closed on");
        await LookAsync(visitor);
        await page.ClickAsync("text=Look at it >> nth=0");
        await IsReadAloneAsync(page, "This closed on");
    }

    [Fact]
    public async Task Verdicts_and_hints_come_with_the_feedback_and_each_attempt_has_numbers_of_its_own()
    {
        var start = DateTimeOffset.UtcNow;
        await using var service = new ClockedService(houses.Folder(), await houses.MigratedAsync(Database.Postgres), start);
        var room = await Classroom.OpenAsync(service.Administrator, $$"""
            {"title": "RNN by hand", "published": true, "dueAt": "{{At(start.AddDays(1))}}", "feedback": "afterDue", "items": [{"exercise": "rnn-step-1", "newNumbers": "eachAttempt"}]}
            """);
        using var extended = await room.Instructor.Http.SendJsonAsync(HttpMethod.Put, $"/api/v1/assignments/{room.AssignmentId}/extensions/{room.Student.Id}", $$"""{"dueAt": "{{At(start.AddDays(2))}}", "extraAttempts": 2, "reason": "ill"}""");
        await using var visitor = await chromium.VisitAsync(room.Administrator.BaseAddress!);
        var page = visitor.Page;
        await visitor.SignInAsync(room.Administrator, room.Student);
        await page.GotoAsync($"/assignments/{room.AssignmentId}");
        await Expect(page.Locator("main")).ToContainTextAsync("the times are your own");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("ill");
        await LookAsync(visitor);
        await page.ClickAsync(".pick button");
        await Expect(page.Locator(".hints")).ToHaveCountAsync(0);
        await HandInAsync(page, await SolutionAsync(room, page));
        await Expect(page.Locator("#report")).ToContainTextAsync("What is right is shown from");
        await Expect(page.Locator(".verdict:not(:empty)")).ToHaveCountAsync(0);
        await Expect(page.Locator("main")).Not.ToContainTextAsync("%");
        await IsReadAloneAsync(page, "Draw the next ones.");
        await LookAsync(visitor);
        var first = page.Url.Split('#')[0];
        await page.GotoAsync($"/courses/{room.Course}");
        await Expect(page.Locator("main li")).ToContainTextAsync("1 of 1 handed in");
        await LookAsync(visitor);

        await page.GotoAsync(first);
        await page.ClickAsync("text=New numbers");
        await Expect(page.Locator(".deed button")).ToBeVisibleAsync();
        service.Clock.SetUtcNow(start.AddDays(2.5));
        await page.GotoAsync(first);
        await Expect(page.Locator("#report")).ToContainTextAsync("All right");
        await Expect(page.Locator(".verdict:not(:empty)")).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task What_was_typed_on_a_page_that_closed_meanwhile_is_kept_and_the_page_says_why_it_was_not_taken()
    {
        var room = await Classroom.OpenAsync(houses, Database.Postgres, """{"title": "RNN by hand", "published": true, "items": [{"exercise": "rnn-step-1", "newNumbers": "onRequest"}]}""");
        await using var visitor = await chromium.VisitAsync(room.Administrator.BaseAddress!);
        var page = visitor.Page;
        await visitor.SignInAsync(room.Administrator, room.Student);
        await page.GotoAsync($"/worksheets/{(await room.OpenAsync(room.Student))["id"]}");
        using var another = await room.AskAsync(room.Student, wantsNew: true);
        await HandInAsync(page, ["41"]);
        await IsReadAloneAsync(page, "You have drawn newer numbers");
        await Expect(page.Locator("input[name=h_1]").First).ToHaveValueAsync("41");
    }

    private static string At(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> LatestAsync(ClockedService service, IPage page)
    {
        var instance = Guid.ParseExact(page.Url.Split('#')[0].Split('/')[^1], "N");
        await using var store = service.Store();
        return store.Submissions.Where(s => s.InstanceId == instance).OrderByDescending(s => s.Id).Select(s => s.Id).First().ToString("N");
    }
}
