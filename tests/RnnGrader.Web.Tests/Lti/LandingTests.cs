using System.Net;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>Where a launch leads: a student to their assignment, who teaches to its gradebook.</summary>
public sealed class LandingTests(Houses houses)
{
    [Fact]
    public async Task A_student_comes_to_their_assignment_which_says_whether_the_platform_has_the_score_and_an_instructor_to_its_gradebook()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var browser = new TestBrowser();
        using var landed = await browser.LaunchAsync(room.Platform, room.Launch("ada"));
        var page = room.Platform.ToolOrigin + landed.Headers.Location;
        Assert.EndsWith($"/assignments/{room.AssignmentId}", page, StringComparison.Ordinal);
        Assert.Contains("on its way to your learning platform", await TextAsync(browser, page), StringComparison.Ordinal);
        using var ada = await Pupil.LaunchAsync(room.Platform, room.Launch("ada"), browser);
        await room.SubmitAsync(ada);
        await LmsRoom.UntilAsync(async () => (await TextAsync(browser, page)).Contains("Your learning platform has your score: 100 %", StringComparison.Ordinal), "that the page says the score has arrived");

        using var teacher = new TestBrowser();
        using var teaching = await teacher.LaunchAsync(room.Platform, room.Launch("ina") with { Roles = Launch.Instructor });
        Assert.Equal($"/teach/assignments/{room.AssignmentId}/gradebook", teaching.Headers.Location!.ToString());
        Assert.Contains("ada", await TextAsync(teacher, room.Platform.ToolOrigin + teaching.Headers.Location), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> TextAsync(TestBrowser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
