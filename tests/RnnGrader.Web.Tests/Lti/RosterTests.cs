using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>A course's members as the platform lists them.</summary>
public sealed class RosterTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task A_roster_is_read_to_its_end_applied_whole_and_who_vanished_comes_back_to_their_work(Database database)
    {
        await using var room = await LmsRoom.OpenAsync(houses, database);
        using var student = await room.StudentAsync("ada");
        var submission = await room.SubmitAsync(student);
        room.Platform.Roster.WritesOddLinks = true;
        room.Platform.Roster.Members.AddRange(
        [
            Member(room.Instructor.User, "Instructor"), Member("ada", "Learner"), Member("bob", "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"),
            Member("tom", "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant", "Instructor"), new() { ["user_id"] = "nameless", ["roles"] = new JsonArray("Learner") },
        ]);
        Assert.Equal(["assistant", "instructor", "student", "student", "student"], await RolesAsync(room));

        // The platform lists fewer; then it fails on its second page, which changes nothing.
        room.Platform.Roster.Members.RemoveAt(1);
        Assert.Equal(["assistant", "instructor", "student", "student"], await RolesAsync(room));
        room.Platform.Roster.Members.Clear();
        room.Platform.Roster.Members.AddRange([Member(room.Instructor.User, "Instructor"), Member("bob", "Learner"), Member("eve", "Learner")]);
        room.Platform.Roster.FailsFrom = 1;
        Assert.Equal(["assistant", "instructor", "student", "student"], await RolesAsync(room));
        Assert.Contains("503", (string)(await room.Instructor.GetAsync($"/courses/{room.Course}/lms"))["items"]![0]!["rosterProblem"]!, StringComparison.Ordinal);

        using var back = await room.StudentAsync("ada");
        Assert.Equal((string)submission["id"]!, (string)(await back.GetAsync($"/submissions/{submission["id"]}"))["id"]!);
    }

    /// <summary>A roster that can't be read takes nobody out and lets nobody in, and the reason is told.</summary>
    [Theory]
    [InlineData("<html>", "could not list its members (200)")]
    [InlineData("{}", "could not list its members (200)")]
    [InlineData("[]", "could not list its members (200)")]
    [InlineData("""{"members": {}}""", "could not list its members (200)")]
    [InlineData("""{"members": [{"user_id": 7}]}""", "user_id must be text")]
    [InlineData("""{"members": [{"user_id": "eve", "name": "nul\u0000"}]}""", "name must be text without")]
    [InlineData($$"""{"members": [{"user_id": "eve", "name": "{{Jwt.Half}}"}]}""", "name must be text of whole")]
    [InlineData("""{"members": [{"user_id": "eve", "roles": ["Learner"], "group_enrollments": "all"}]}""", "group_enrollments must be a list of objects")]
    public async Task A_roster_that_cannot_be_read_changes_nothing(string body, string told)
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        room.Platform.Roster.Body = body;
        Assert.Equal(["instructor"], await RolesAsync(room));
        Assert.Contains(told, await ProblemAsync(room), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_active_members_with_a_name_of_their_own_are_taken_each_once_and_who_is_not_of_the_platform_stays()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        var local = await houses.PersonAsync(Database.Postgres, "Local");
        using var administrator = houses.AsAdministrator(Database.Postgres);
        await administrator.EnrolAsync(room.Course, local, "assistant");
        var inactive = Member("ivy", "Learner");
        inactive["status"] = "Inactive";
        room.Platform.Roster.Members.AddRange([Member(room.Instructor.User, "Instructor"), Member("bob", "Learner"), Member("bob", "Learner"), inactive, new() { ["roles"] = new JsonArray("Learner") }]);
        Assert.Equal(["assistant", "instructor", "student"], await RolesAsync(room));
    }

    [Fact]
    public async Task Who_was_erased_does_not_come_back_by_a_roster()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var ada = await room.StudentAsync("ada");
        room.Platform.Roster.Members.AddRange([Member(room.Instructor.User, "Instructor"), Member("ada", "Learner")]);
        using var erased = await houses.AsAdministrator(Database.Postgres).DeleteAsync($"/api/v1/people/{(await ada.GetAsync("/me"))["id"]}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        Assert.Equal(["instructor"], await RolesAsync(room));
    }

    [Fact]
    public async Task A_list_that_names_itself_as_its_next_page_ends_there_and_one_without_an_end_is_given_up()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        room.Platform.Roster.Members.Add(Member(room.Instructor.User, "Instructor"));
        room.Platform.Roster.RepeatsItself = true;
        await RolesAsync(room);
        Assert.Equal(1, room.Platform.Roster.Asked);
        (room.Platform.Roster.RepeatsItself, room.Platform.Roster.NeverEnds) = (false, true);
        await RolesAsync(room);
        Assert.Contains("has no end", await ProblemAsync(room), StringComparison.Ordinal);
    }

    private static async Task<string> ProblemAsync(LmsRoom room) => (string)(await room.Instructor.GetAsync($"/courses/{room.Course}/lms"))["items"]![0]!["rosterProblem"]!;

    private static JsonObject Member(string user, params string[] roles) =>
        new() { ["user_id"] = user, ["name"] = $"Name of {user}", ["status"] = "Active", ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]) };

    private static async Task<IEnumerable<string>> RolesAsync(LmsRoom room)
    {
        await room.Instructor.PostAsync($"/courses/{room.Course}/lms/roster", "{}");
        return (await room.Instructor.GetAsync($"/courses/{room.Course}/members"))["items"]!.AsArray().Select(member => (string)member!["role"]!).Order();
    }
}
