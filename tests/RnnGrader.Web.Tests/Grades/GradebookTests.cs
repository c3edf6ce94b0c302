using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Grades;

public sealed class GradebookTests(Houses houses)
{
    private const string Yesterday = ", \"dueAt\": \"2020-01-01T00:00:00Z\", \"latePenaltyPerDay\": 0.0001";

    [Theory, OnEveryDatabase]
    public async Task A_row_shows_what_counts_for_each_item(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        var student = await room.StudentAsync("Ada Löve", "day");
        var assignment = await room.AssignAsync(["""{"exercise": "rnn-step-1", "points": 3}""", """{"exercise": "rnn-step-2", "points": 0.1}""", "rnn-step-3"]);
        await room.SubmitAsync(student, assignment, 0, (text, cell) => cell == 0 ? null : text);
        var best = await room.SubmitAsync(student, assignment, 0);
        await room.SubmitAsync(student, assignment, 0, (_, _) => null);
        await Classroom.OpenAsync(student, assignment, 1);

        var book = await room.ReadAsync($"assignments/{assignment["id"]}/gradebook");
        Assert.Equal(["rnn-step-1", "rnn-step-2", "rnn-step-3"], book["columns"]!.AsArray().Select(column => (string)column!["exercise"]!));
        Assert.Equal([3, 0.1, 1], book["columns"]!.AsArray().Select(column => (double)column!["points"]!));
        Assert.Equal(assignment["items"]!.AsArray().Select(item => (string)item!["id"]!), book["columns"]!.AsArray().Select(column => (string)column!["item"]!));
        var row = Assert.Single(book["items"]!.AsArray())!;
        Assert.Equal((student.Id, "Ada Löve", student.Email, "day"), ((string)row["person"]!, (string)row["name"]!, (string)row["email"]!, (string)row["group"]!));
        Assert.Equal((3, 4.1), ((double)row["total"]!, (double)row["outOf"]!));
        Assert.Equal(
            $$"""{"item":"{{assignment["items"]![0]!["id"]}}","score":1,"points":3,"attempts":3,"completed":true,"daysLate":0,"overridden":false,"submission":"{{best["id"]}}"}""",
            row["cells"]![0]!.ToJsonString());
        Assert.Equal(
            $$"""{"item":"{{assignment["items"]![1]!["id"]}}","score":null,"points":null,"attempts":0,"completed":false,"daysLate":0,"overridden":false,"submission":null}""",
            row["cells"]![1]!.ToJsonString());
        Assert.Equal("0", row["cells"]![2]!["attempts"]!.ToJsonString());
    }

    [Theory, OnEveryDatabase]
    public async Task Lateness_and_overrides_are_in_what_counts(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        var student = await room.StudentAsync();
        var assignment = await room.AssignAsync(["rnn-step-1", "rnn-step-2"], Yesterday);
        var late = await room.SubmitAsync(student, assignment, 0);
        var set = await room.SubmitAsync(student, assignment, 1);
        await room.SendAsync(HttpMethod.Post, $"submissions/{set["id"]}/override", """{"score": 0.25, "reason": "by telephone"}""", HttpStatusCode.Created);

        var cells = (await room.ReadAsync($"assignments/{assignment["id"]}/gradebook"))["items"]![0]!["cells"]!;
        Assert.Equal((double)late["counted"]!, (double)cells[0]!["score"]!);
        Assert.InRange((double)cells[0]!["score"]!, 0.01, 0.99);
        Assert.Equal((int)late["daysLate"]!, (int)cells[0]!["daysLate"]!);
        Assert.Equal((0.25, true), ((double)cells[1]!["score"]!, (bool)cells[1]!["overridden"]!));
    }

    [Theory, OnEveryDatabase]
    public async Task Rows_are_by_name_and_pages_follow_each_other(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        string[] names = ["Bo", "Al", "Cy", "Al", "Di"];
        List<Someone> students = [];
        foreach (var (index, name) in names.Index())
        {
            students.Add(await room.StudentAsync(name, index % 2 == 0 ? "even" : "odd"));
        }

        await room.LeaveAsync(students[2]);
        var assignment = await room.AssignAsync(["rnn-step-1"]);
        await room.SubmitAsync(students[4], assignment, 0);
        List<JsonNode> rows = [];
        JsonNode? next = null;
        do
        {
            var page = await room.ReadAsync($"assignments/{assignment["id"]}/gradebook?limit=2{(next is null ? "" : $"&cursor={next}")}");
            rows.AddRange(page["items"]!.AsArray().Select(row => row!));
            next = page["next"];
        }
        while (next is not null);

        Assert.Equal([.. students.Where(s => s.Name == "Al").Select(s => s.Id).Order(StringComparer.Ordinal), students[0].Id, students[4].Id], rows.Select(row => (string)row["person"]!));
        Assert.Equal([0, 0, 0, 1], rows.Select(row => (double)row["total"]!));
        var even = await room.ReadAsync($"assignments/{assignment["id"]}/gradebook?group=even");
        Assert.Equal(["Bo", "Di"], even["items"]!.AsArray().Select(row => (string)row!["name"]!));
        Assert.Empty((await room.ReadAsync($"assignments/{assignment["id"]}/gradebook?group=nobody"))["items"]!.AsArray());
    }

    [Theory, OnEveryDatabase]
    public async Task What_has_no_meaning_is_named(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        var path = $"/api/v1/assignments/{(await room.AssignAsync(["rnn-step-1"]))["id"]}/gradebook";
        foreach (var (query, member) in new[] { ("format=xml", "format"), ("layout=excel", "layout"), ("format=json&layout=canvas", "layout"), ("limit=0", "limit"), ("cursor=!", "cursor") })
        {
            using var response = await room.Instructor.Http.GetAsync($"{path}?{query}", TestContext.Current.CancellationToken);
            Assert.True((await response.ProblemAsync(HttpStatusCode.UnprocessableEntity))["errors"]!.AsObject().ContainsKey(member), query);
        }
    }
}
