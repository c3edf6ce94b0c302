using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Privacy;

public sealed class ErasureTests(Houses houses)
{
    private const string Secret = "Quintessa Zyx";

    [Theory, OnEveryDatabase]
    public async Task The_export_holds_all_that_a_student_did_and_the_student_alone_gets_it(Database database)
    {
        var (room, instance) = await WorkAsync(database);
        var export = await room.Student.Http.GetJsonAsync($"/api/v1/people/{room.Student.Id}/export");
        Assert.Equal(room.Student.Email, (string)export["person"]!["email"]!);
        Assert.Equal(room.Course, (string)export["courses"]![0]!["id"]!);
        var work = export["work"]!.AsArray().Single()!;
        Assert.Equal((string)instance["id"]!, (string)work["instance"]!);
        Assert.Equal(2, work["submissions"]!.AsArray().Count);
        Assert.Contains(Secret, work["draft"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("kept for the words", export["extensions"]!.ToJsonString(), StringComparison.Ordinal);
        await room.Instructor.Http.GetJsonAsync($"/api/v1/people/{room.Student.Id}/export", HttpStatusCode.Forbidden);
        await houses.AsAdministrator(database).GetJsonAsync($"/api/v1/people/{room.Student.Id}/export");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_is_erased_is_nowhere_and_the_figures_stay(Database database)
    {
        var (room, _) = await WorkAsync(database);
        var gradebook = $"/api/v1/assignments/{room.AssignmentId}/gradebook";
        var before = await ScoresAsync(room, database);
        await room.Instructor.Http.AskAsync("DELETE", $"/api/v1/people/{room.Student.Id}", null, HttpStatusCode.Forbidden);
        for (var time = 0; time < 2; time++)
        {
            await houses.AsAdministrator(database).AskAsync("DELETE", $"/api/v1/people/{room.Student.Id}", null, HttpStatusCode.NoContent);
        }

        await room.Student.Http.GetJsonAsync("/api/v1/me", HttpStatusCode.Unauthorized);
        Assert.NotEmpty(gradebook);
        Assert.Equal(before, await ScoresAsync(room, database));
        var export = (await houses.AsAdministrator(database).GetJsonAsync($"/api/v1/people/{room.Student.Id}/export")).ToJsonString();
        foreach (var trace in new[] { Secret, "Quintessa", room.Student.Email, room.Student.Name, "kept for the words" })
        {
            Assert.DoesNotContain(trace, export, StringComparison.OrdinalIgnoreCase);
        }

        // Somebody of the same address is somebody else from now on.
        await room.Instructor.Http.EnrolAsync(room.Course, room.Student);
        var people = (await room.Instructor.Http.GetJsonAsync($"/api/v1/courses/{room.Course}/members"))["items"]!.AsArray();
        Assert.NotEqual(room.Student.Id, (string)people.Single(member => (string?)member!["email"] == room.Student.Email)!["person"]!);
    }

    /// <summary>A student who wrote their name into cells, was given more time, and typed some more.</summary>
    private async Task<(Classroom Room, JsonNode Instance)> WorkAsync(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        var instance = await room.OpenAsync(room.Student);
        var right = await room.SolveAsync(instance);
        var wordy = right.DeepClone().AsObject();
        wordy["h_1"]![0]![0] = $"{Secret} = {right["h_1"]![0]![0]}";
        wordy["h_1"]![1]![0] = Secret;
        using var first = await Classroom.SubmitAsync(room.Student, instance, wordy);
        await first.ReadAsync(HttpStatusCode.Created);
        using var second = await Classroom.SubmitAsync(room.Student, instance, right);
        await second.ReadAsync(HttpStatusCode.Created);
        await room.Student.Http.AskAsync("PUT", $"/api/v1/instances/{instance["id"]}/draft", new JsonObject { ["answers"] = wordy }.ToJsonString(), HttpStatusCode.OK);
        await room.Instructor.Http.AskAsync("PUT", $"/api/v1/assignments/{room.AssignmentId}/extensions/{room.Student.Id}", """{"extraAttempts": 1, "reason": "kept for the words"}""", HttpStatusCode.OK);
        return (room, instance);
    }

    private async Task<string> ScoresAsync(Classroom room, Database database)
    {
        await using var store = houses.Store(database);
        var student = Guid.ParseExact(room.Student.Id, "N");
        var standing = await store.Standings.SingleAsync(s => s.PersonId == student, TestContext.Current.CancellationToken);
        var scores = await store.Submissions.Where(s => s.PersonId == student).OrderBy(s => s.Attempt).Select(s => s.Grades.Single().Score).ToListAsync(TestContext.Current.CancellationToken);
        return $"{standing.First} {standing.Best} {standing.Attempts} {string.Join(' ', scores)}";
    }
}
