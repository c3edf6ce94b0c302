using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Work;

/// <summary>What a student's request costs does not grow with what others have done before.</summary>
public sealed class PlanTests(Houses houses)
{
    // These have a row for each piece of work, or for each person.
    private static readonly HashSet<string> Growing =
    [
        "submissions", "grades", "overrides", "instances", "standings", "mistakes", "drafts", "hint_uses", "idempotency_keys",
        "people", "memberships", "access_tokens", "deliveries", "delivery_attempts", "audit",
    ];

    [Fact]
    public async Task Nothing_that_is_asked_for_one_students_work_reads_a_table_of_everybodys_from_end_to_end()
    {
        await using var service = new ExplainedService(houses.Folder());
        var room = await Classroom.OpenAsync(service.Administrator);
        using var practice = await service.Administrator.PostJsonAsync("/api/v1/instances", """{"exercise": "rnn-step-1", "seed": 1}""");
        var drawn = await practice.ReadAsync(HttpStatusCode.Created);
        var before = service.Plans.Commands;
        service.Plans.Scans.Clear();

        var instance = await room.OpenAsync(room.Student);
        using var draft = await room.Student.Http.SendJsonAsync(HttpMethod.Put, $"/api/v1/instances/{instance["id"]}/draft", """{"answers": {"h_1": [1, 2, 3]}}""");
        using var first = await Classroom.SubmitAsync(room.Student, instance, new JsonObject(), "one");
        var submission = await first.ReadAsync(HttpStatusCode.Created);
        using var again = await Classroom.SubmitAsync(room.Student, instance, new JsonObject(), "one");
        await room.SubmitRightAsync(room.Student);
        using var alone = await room.Student.Http.PostJsonAsync($"/api/v1/instances/{drawn["id"]}/submissions", """{"answers": {"h_1": [1, 2, 3]}}""", "two");
        await room.Student.Http.ReadJsonAsync($"/api/v1/submissions/{submission["id"]}");
        await room.Student.Http.ReadJsonAsync($"/api/v1/instances/{instance["id"]}/hints/h_1/0/0?level=1");
        using var set = await room.Instructor.Http.PostJsonAsync($"/api/v1/submissions/{submission["id"]}/override", """{"score": 0.5, "reason": "nearly"}""");
        using var extended = await room.Instructor.Http.SendJsonAsync(HttpMethod.Put, $"/api/v1/assignments/{room.AssignmentId}/extensions/{room.Student.Id}", """{"extraAttempts": 1, "reason": "ill"}""");
        foreach (var path in new[] { $"/assignments/{room.AssignmentId}/work", $"/courses/{room.Course}/progress", $"/instances/{instance["id"]}/draft", "/me", "/courses", $"/assignments/{room.AssignmentId}/delivery" })
        {
            await room.Student.Http.ReadJsonAsync("/api/v1" + path);
        }

        foreach (var path in new[] { "/courses", $"/courses/{room.Course}", $"/assignments/{room.AssignmentId}", $"/worksheets/{instance["id"]}" })
        {
            using var page = await room.Student.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }

        Assert.All([draft, first, again, alone, set, extended], response => Assert.True(response.IsSuccessStatusCode, response.ToString()));
        Assert.True(service.Plans.Commands - before > 40, "So many commands were looked at.");
        Assert.Equal("", string.Join("\n\n", service.Plans.Scans.Where(scan => Growing.Contains(scan.Table)).Distinct()));
    }
}
