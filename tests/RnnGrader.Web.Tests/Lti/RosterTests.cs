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

    private static JsonObject Member(string user, params string[] roles) =>
        new() { ["user_id"] = user, ["name"] = $"Name of {user}", ["status"] = "Active", ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]) };

    private static async Task<IEnumerable<string>> RolesAsync(LmsRoom room)
    {
        await room.Instructor.PostAsync($"/courses/{room.Course}/lms/roster", "{}");
        return (await room.Instructor.GetAsync($"/courses/{room.Course}/members"))["items"]!.AsArray().Select(member => (string)member!["role"]!).Order();
    }
}
