using Microsoft.Playwright;
using RnnGrader.Web.Tests.House;
using static Microsoft.Playwright.Assertions;
using static RnnGrader.Web.Tests.Browser.Studying;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>Whole stories of a student, on Postgres. On the way every page is looked at in every state: nothing is in anybody's way, and no text is left out.</summary>
[Trait("stage", "browser")]
public sealed class StudyTests(Houses houses, Chromium chromium)
{
    [Fact]
    public async Task From_signing_in_through_an_exercise_to_progress_with_the_keyboard_alone()
    {
        var room = await Classroom.OpenAsync(houses, Database.Postgres, """{"title": "RNN by hand", "published": true, "items": [{"exercise": "rnn-step-1"}, {"exercise": "rnn-step-2"}]}""");
        using var goal = await room.Instructor.Http.SendJsonAsync(HttpMethod.Put, $"/api/v1/courses/{room.Course}/groups/Blue", """{"goal": 1}""");
        await room.Instructor.Http.EnrolAsync(room.Course, room.Student, group: "Blue");
        await using var visitor = await chromium.VisitAsync(room.Administrator.BaseAddress!);
        var page = visitor.Page;
        await visitor.SignInAsync(room.Administrator, room.Student);
        Assert.EndsWith("/courses", page.Url, StringComparison.Ordinal);
        await LookAsync(visitor);

        await FollowAsync(page, stop => stop.Text.StartsWith("Recurrent networks", StringComparison.Ordinal));
        await Expect(page.Locator("section[aria-labelledby=progress]")).ToContainTextAsync("The goal is 1: 1 to go.");
        await LookAsync(visitor);
        await FollowAsync(page, stop => stop is { Tag: "a", Text: "RNN by hand" });
        await LookAsync(visitor);
        await FollowAsync(page, stop => stop.Text.StartsWith("Begin: 2 ", StringComparison.Ordinal));
        await Expect(page.Locator(".figures")).ToContainTextAsync("any number");
        await LookAsync(visitor);

        await page.TabToAsync(stop => stop.Name == "h_1");
        foreach (var value in await SolutionAsync(room, page))
        {
            await page.Keyboard.TypeAsync(value);
            await page.Keyboard.PressAsync("Enter");
        }

        Assert.True((await page.StopAsync()).IsHandIn);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#report")).ToContainTextAsync("It counts 100 %");
        await FollowAsync(page, stop => stop.Text == "Back to the assignment");
        await Expect(page.Locator(".pick").First).ToContainTextAsync("✓ completed");
        await FollowAsync(page, stop => stop.Text == "Recurrent networks");
        await Expect(page.Locator("section[aria-labelledby=progress]")).ToContainTextAsync("1 of 2 completed");
        await Expect(page.Locator("section[aria-labelledby=progress]")).ToContainTextAsync("The goal of 1 is reached.");
        await Expect(page.Locator("main li")).ToContainTextAsync("1 of 2 completed");
        await LookAsync(visitor);
    }

    [Fact]
    public async Task Without_scripts_it_is_opened_handed_in_and_drawn_anew()
    {
        var room = await Classroom.OpenAsync(houses, Database.Postgres, """{"title": "RNN by hand", "published": true, "items": [{"exercise": "rnn-step-1", "maxAttempts": 2, "newNumbers": "onRequest"}]}""");
        await using var visitor = await chromium.VisitAsync(room.Administrator.BaseAddress!, options => options.JavaScriptEnabled = false);
        var page = visitor.Page;
        await visitor.SignInAsync(room.Administrator, room.Student);
        await page.ClickAsync("main a >> text=Recurrent networks");
        await page.ClickAsync("main a >> text=RNN by hand");
        await page.ClickAsync(".pick button");
        await HandInAsync(page, ["1/7"]);
        await Expect(page.Locator("#report")).ToContainTextAsync("0 of 5 right");
        await page.ClickAsync("text=New numbers");
        await HandInAsync(page, await SolutionAsync(room, page));
        await Expect(page.Locator("#report")).ToContainTextAsync("It counts 100 %");
        await IsReadAloneAsync(page, "All attempts are used up");
        await page.ClickAsync("text=Worked solution");
        await Expect(page.Locator("h1")).ToContainTextAsync("Worked solution");
    }

    private static async Task FollowAsync(IPage page, Func<Stop, bool> isIt)
    {
        var before = page.Url;
        await page.TabToAsync(isIt);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).Not.ToHaveURLAsync(before);
    }
}
