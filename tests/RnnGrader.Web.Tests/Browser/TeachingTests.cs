using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Work;
using static Microsoft.Playwright.Assertions;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>Whole stories of somebody who teaches, on Postgres.</summary>
[Trait("stage", "browser")]
public sealed class TeachingTests(Houses houses, Chromium chromium)
{
    private HttpClient Administrator => houses.AsAdministrator(Database.Postgres);

    [Theory, InlineData(true), InlineData(false)]
    public async Task From_nothing_to_a_published_assignment_with_scripts_and_without(bool hasScripts)
    {
        var teacher = await Administrator.PersonAsync("Tea Cher");
        await using var visitor = await chromium.VisitAsync(Administrator.BaseAddress!, options => (options.JavaScriptEnabled, options.TimezoneId) = (hasScripts, "America/New_York"));
        visitor.ExpectsFailedRequests = true;
        await visitor.SignInAsync(Administrator, teacher);
        var page = visitor.Page;
        await page.GotoAsync("/teach");
        await page.FillAsync("input[name=title]", "Recurrent networks");
        await page.FillAsync("input[name=term]", "Autumn 2026");
        await page.ClickAsync("text=Make the course");
        await page.ClickAsync(".tabs >> text=Roster");

        var student = await Administrator.PersonAsync("Stu Dent");
        await page.FillAsync("textarea", $"email,name,group\n{student.Email},Stu Dent,Blue\nnobody,No Body,Blue");
        await page.ClickAsync("text=Look at what would change");
        await Expect(page.Locator("#problems")).ToContainTextAsync("line 3");
        await Expect(page.Locator("textarea")).ToHaveValueAsync(new Regex("nobody,No Body"));
        await page.FillAsync("textarea", $"email,name,group\n{student.Email},Stu Dent,Blue");
        await page.ClickAsync("text=Look at what would change");
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("1 would be added");
        await page.ClickAsync("text=Import them");
        await Expect(page.Locator("tbody")).ToContainTextAsync("Stu Dent");
        await page.FillAsync("form.one-line input[name=goal] >> nth=0", "16");
        await page.ClickAsync("form.one-line button >> nth=0");
        await Expect(page.Locator("form.one-line input[name=goal]").First).ToHaveValueAsync("16");

        await page.ClickAsync(".tabs >> text=Overview");
        await page.ClickAsync("text=New assignment");
        await page.FillAsync("input[name=title]", "RNN by hand");
        await page.FillAsync("input[name=dueAt]", "2031-07-15T23:59");
        await page.FillAsync("input[name=penalty]", "ten");
        await PickAsync(page, "rnn-step-2", "2", "3");
        await PickAsync(page, "rnn-step-1", "1", "2.5");
        await page.CheckAsync("input[name=published]");
        await page.ClickAsync("#editor .deed button");
        await Expect(page.Locator("#problems")).ToContainTextAsync("'ten' is no number");
        await page.FillAsync("input[name=penalty]", "10");
        await page.ClickAsync("#editor .deed button");
        await page.WaitForURLAsync("**/edit");
        await Expect(page.Locator("h1")).ToContainTextAsync("published");
        await Expect(page.Locator("input[name=dueAt]")).ToHaveValueAsync("2031-07-15T23:59");

        var course = (string)(await student.Http.ReadJsonAsync("/api/v1/courses"))["items"]![0]!["id"]!;
        var assignment = Assert.Single((await student.Http.ReadJsonAsync($"/api/v1/courses/{course}/assignments"))["items"]!.AsArray())!;
        Assert.Equal(["rnn-step-1", "rnn-step-2"], assignment["items"]!.AsArray().Select(item => (string)item!["exercise"]!));
        Assert.Equal((2.5, 0.1), ((double)assignment["items"]![0]!["points"]!, (double)assignment["latePenaltyPerDay"]!));
        Assert.Equal(hasScripts ? "2031-07-16T03:59:00Z" : "2031-07-15T23:59:00Z", (string)assignment["dueAt"]!);
    }

    [Fact]
    public async Task A_score_is_set_an_extension_given_and_a_regrade_looked_at_and_applied()
    {
        var room = await Classroom.OpenAsync(houses, Database.Postgres, students: 2);
        await room.SubmitRightAsync(room.Students[1]);
        var carried = await RegradeTests.SubmitCarriedAsync(room, room.Student);
        await using var visitor = await chromium.VisitAsync(Administrator.BaseAddress!);
        await visitor.SignInAsync(Administrator, room.Instructor);
        var page = visitor.Page;
        var address = $"/teach/assignments/{room.AssignmentId}";

        await page.GotoAsync($"{address}/regrade");
        await page.UncheckAsync("input[name=carried]");
        await page.UncheckAsync("input[name=neverLower]");
        await page.ClickAsync("main form button");
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("1 of 2 submissions change");
        await Expect(page.Locator("tbody tr")).ToContainTextAsync("Student 1");
        Assert.Equal((double)carried["score"]!, await BestAsync(room));
        await page.ClickAsync("text=Change the scores");
        await Expect(page.Locator("h2")).ToHaveTextAsync("Regrade");
        Assert.InRange(await BestAsync(room), 0, (double)carried["score"]! - 0.01);

        await page.GotoAsync($"{address}/gradebook");
        await page.ClickAsync("tbody tr:has-text('Student 1') td a");
        await Expect(page.Locator("tbody")).ToContainTextAsync("wrong");
        await page.FillAsync("input[name=score]", "95");
        await page.FillAsync("form[action$=override] textarea", "The state was copied wrongly, the rest is right.");
        await page.ClickAsync("form[action$=override] button");
        await Expect(page.Locator(".big")).ToHaveTextAsync("95 %");
        Assert.Equal(0.95, await BestAsync(room));

        await page.FillAsync("input[name=dueAt]", "2031-01-02T03:04");
        await page.FillAsync("input[name=attempts]", "2");
        await page.FillAsync("form[action$=extension] textarea", "was ill");
        await page.ClickAsync("text=Give the extension");
        await Expect(page.Locator("form[action$=extension] textarea")).ToHaveValueAsync("was ill");
        var extension = Assert.Single((await room.Instructor.Http.ReadJsonAsync($"/api/v1/assignments/{room.AssignmentId}/extensions"))["items"]!.AsArray())!;
        Assert.Equal((room.Student.Id, 2), ((string)extension["person"]!, (int)extension["extraAttempts"]!));
        await page.ClickAsync("text=Take it back");
        await Expect(page.Locator("form[action$=extension] textarea")).ToHaveValueAsync("");
        await page.GotoAsync($"/teach/courses/{room.Course}/audit");
        await Expect(page.Locator("tbody")).ToContainTextAsync("score.overridden");
    }

    [Fact]
    public async Task The_heat_map_shows_which_cell_went_wrong_for_how_many()
    {
        var room = await Classroom.OpenAsync(houses, Database.Postgres, students: 4);
        await RegradeTests.SubmitCarriedAsync(room, room.Student);
        foreach (var student in room.Students.Skip(1))
        {
            await room.SubmitRightAsync(student);
        }

        await using var visitor = await chromium.VisitAsync(Administrator.BaseAddress!);
        await visitor.SignInAsync(Administrator, room.Instructor);
        var page = visitor.Page;
        await page.GotoAsync($"/teach/assignments/{room.AssignmentId}/statistics");
        await Expect(page.Locator(".histogram").First).ToHaveAttributeAsync("aria-label", new Regex("90\\+: 3"));
        await page.ClickAsync("text=Heat map");
        await Expect(page.Locator(".heat td.heat2")).ToContainTextAsync("25 %");
        await Expect(page.Locator(".heat td.heat0:has-text('0 %')")).ToHaveCountAsync(4);
        await Expect(page.Locator("#cells ~ .scroll tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_assistant_sees_and_grades_and_is_offered_nothing_else()
    {
        var room = await Classroom.OpenAsync(houses, Database.Postgres);
        var assistant = await Administrator.PersonAsync("Assi Stant");
        await room.Instructor.Http.EnrolAsync(room.Course, assistant, "assistant");
        await using var visitor = await chromium.VisitAsync(Administrator.BaseAddress!);
        visitor.ExpectsFailedRequests = true;
        await visitor.SignInAsync(Administrator, assistant);
        var page = visitor.Page;
        await page.GotoAsync($"/teach/courses/{room.Course}/roster");
        await Expect(page.Locator("main form")).ToHaveCountAsync(0);
        await page.GotoAsync($"/teach/assignments/{room.AssignmentId}/gradebook");
        await Expect(page.Locator(".tabs a")).ToHaveTextAsync(["Gradebook", "Statistics", "Print"]);
        Assert.Equal((int)HttpStatusCode.Forbidden, (await page.GotoAsync($"/teach/assignments/{room.AssignmentId}/edit"))!.Status);
    }

    private static async Task PickAsync(IPage page, string exercise, string order, string points)
    {
        var pick = page.Locator($".pick:has(input[value='{exercise}'])");
        await pick.Locator(".tick input").CheckAsync();
        if (!await pick.Locator("input[name$=points]").IsVisibleAsync())
        {
            await pick.Locator("summary").ClickAsync();
        }

        await pick.Locator("input[name$=points]").FillAsync(points);
        await pick.Locator("input[name$=order]").FillAsync(order);
    }

    private static async Task<double> BestAsync(Classroom room) => (double)(await room.WorkAsync(room.Student))["best"]!;
}
