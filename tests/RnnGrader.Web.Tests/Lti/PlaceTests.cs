using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;
using static RnnGrader.Web.Tests.Lti.Platform.Launch;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>Whom a link leads to an assignment, and who chooses what it opens. What a link names can be typed by anybody who makes links.</summary>
public sealed class PlaceTests(Houses houses)
{
    [Fact]
    public async Task An_assignment_of_another_platforms_course_is_not_opened_by_its_name()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Sqlite);
        await using var stranger = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        Assert.StartsWith("/lti/links/", await PlaceAsync(stranger, room.Launch()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_removed_from_a_course_does_not_come_back_by_a_link_of_another()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Sqlite);
        var copied = room.Launch("ada") with { Course = "the copy", Link = "copied" };
        Assert.Equal($"/assignments/{room.AssignmentId}", await PlaceAsync(room.Platform, copied));
        await RemoveAsync(room, "ada");
        Assert.StartsWith("/lti/links/", await PlaceAsync(room.Platform, copied), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_teaches_both_courses_manages_the_assignment_by_either_link_and_who_is_a_student_of_one_or_was_removed_does_not()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Sqlite);
        var copied = room.Launch("ina") with { Course = "the copy", Link = "copied", Roles = Instructor };
        await PlaceAsync(room.Platform, room.Launch("ina"));
        Assert.StartsWith("/lti/links/", await PlaceAsync(room.Platform, copied), StringComparison.Ordinal);
        await PlaceAsync(room.Platform, room.Launch("ina") with { Roles = Instructor });
        Assert.Equal($"/teach/assignments/{room.AssignmentId}/gradebook", await PlaceAsync(room.Platform, copied));
        await RemoveAsync(room, "ina");
        Assert.StartsWith("/lti/links/", await PlaceAsync(room.Platform, copied), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_teaches_the_course_chooses_what_its_link_opens()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Sqlite);
        var unnamed = new Launch { User = "ina", Roles = Instructor, Link = "unnamed" };
        var (address, ina) = await ComeAsync(room, unnamed);
        foreach (var launch in new[] { unnamed with { User = "ada", Roles = Student }, unnamed with { User = "tom", Roles = [$"{Membership}/Instructor#TeachingAssistant"] }, unnamed with { User = "olga", Course = "another", Link = "other" } })
        {
            var (_, browser) = await ComeAsync(room, launch);
            using var refused = await ChooseAsync(room, browser, address, room.AssignmentId);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        using var chosen = await ChooseAsync(room, ina, address, room.AssignmentId);
        Assert.Equal($"/teach/assignments/{room.AssignmentId}/gradebook", chosen.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_link_opens_assignments_of_its_own_course_alone()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Sqlite);
        var (address, olga) = await ComeAsync(room, new Launch { Roles = Instructor, Course = "another", Link = "other" });
        using var foreign = await ChooseAsync(room, olga, address, room.AssignmentId);
        Assert.EndsWith(foreign.Headers.Location!.ToString(), address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_removed_from_the_course_or_is_of_another_sees_nothing_of_its_link()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Sqlite);
        var (address, ina) = await ComeAsync(room, new Launch { User = "ina", Roles = Instructor, Link = "unnamed" });
        var (_, olga) = await ComeAsync(room, new Launch { Roles = Instructor, Course = "another", Link = "other" });
        await SeesAsync(ina, HttpStatusCode.OK);
        await SeesAsync(olga, HttpStatusCode.NotFound);
        await RemoveAsync(room, "ina");
        await SeesAsync(ina, HttpStatusCode.NotFound);

        async Task SeesAsync(TestBrowser browser, HttpStatusCode expected)
        {
            using var page = await browser.GetAsync(address);
            Assert.Equal(expected, page.StatusCode);
        }
    }

    private static Task<HttpResponseMessage> ChooseAsync(LmsRoom room, TestBrowser browser, string address, string assignment) =>
        browser.SendAsync((address, new() { ["assignment"] = assignment }), room.Platform.ToolOrigin);

    private static async Task<(string Address, TestBrowser Browser)> ComeAsync(LmsRoom room, Launch launch)
    {
        var browser = new TestBrowser();
        using var landed = await browser.LaunchAsync(room.Platform, launch);
        Assert.Equal(HttpStatusCode.SeeOther, landed.StatusCode);
        return (room.Platform.ToolOrigin + landed.Headers.Location, browser);
    }

    private static async Task<string> PlaceAsync(TestPlatform platform, Launch launch)
    {
        using var browser = new TestBrowser();
        using var landed = await browser.LaunchAsync(platform, launch);
        return landed.Headers.Location!.ToString();
    }

    private async Task RemoveAsync(LmsRoom room, string user)
    {
        var members = (await room.Instructor.GetAsync($"/courses/{room.Course}/members"))["items"]!.AsArray();
        var person = members.Single(member => (string)member!["name"]! == $"Name of {user}")!["person"];
        using var removed = await houses.AsAdministrator(Database.Sqlite).DeleteAsync($"/api/v1/courses/{room.Course}/members/{person}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }
}
