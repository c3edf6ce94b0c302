using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Work;

/// <summary>Deadlines are instants and a day is 24 hours, also in the nights when clocks are set to summer time (29 March 2026 in Berlin) and back (25 October).</summary>
public sealed class TimeTests(Houses houses)
{
    private static readonly DateTimeOffset Autumn = new(2026, 10, 24, 22, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-03-28T23:30:00+01:00")]
    [InlineData("2026-10-24T23:30:00+02:00")]
    public async Task Each_started_day_of_24_hours_after_due_costs_its_penalty_whatever_clocks_are_set_to(string due)
    {
        var dueAt = DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture);
        await using var service = new ClockedService(houses.Folder(), await houses.MigratedAsync(Database.Postgres), dueAt.AddDays(-1));
        var room = await OpenAsync(service, $$"""{"title": "RNN", "published": true, "dueAt": "{{due}}", "latePenaltyPerDay": 0.1, "items": [{"exercise": "rnn-step-1"}]}""");
        (TimeSpan After, int Days)[] cases = [(-OneSecond, 0), (TimeSpan.Zero, 0), (OneSecond, 1), (OneDay, 1), (OneDay + OneSecond, 2), (2 * OneDay, 2), (9 * OneDay, 9), (12 * OneDay, 12)];
        foreach (var (after, days) in cases)
        {
            service.Clock.SetUtcNow(dueAt + after);
            var submission = await room.SubmitRightAsync(room.Student);
            Assert.Equal(days, (int)submission["daysLate"]!);
            Assert.Equal(1, (double)submission["score"]!);
            Assert.Equal(Math.Max(0, 1 - (0.1 * days)), (double)submission["counted"]!, 12);
        }
    }

    [Fact]
    public async Task Nothing_is_taken_before_an_assignment_opens_or_from_when_it_closes()
    {
        await using var service = new ClockedService(houses.Folder(), await houses.MigratedAsync(Database.Postgres), Autumn);
        var room = await OpenAsync(service, """
            {"title": "RNN", "published": true, "opensAt": "2026-10-25T00:00:00Z", "dueAt": "2026-10-25T04:00:00+02:00", "closesAt": "2026-10-25T04:00:00+01:00", "items": [{"exercise": "rnn-step-1"}]}
            """);
        await RefusedAsync(room.AskAsync(room.Student), "opens at 2026-10-25T00:00:00Z");
        service.Clock.SetUtcNow(new(2026, 10, 25, 0, 0, 0, TimeSpan.Zero));
        var instance = await room.OpenAsync(room.Student);
        service.Clock.SetUtcNow(new(2026, 10, 25, 2, 59, 59, TimeSpan.Zero));
        using var last = await Classroom.SubmitAsync(room.Student, instance, new JsonObject(), "the last one");
        var submission = await last.ReadAsync(HttpStatusCode.Created);
        Assert.Equal("2026-10-25T02:59:59Z", (string)submission["receivedAt"]!);
        service.Clock.SetUtcNow(new(2026, 10, 25, 3, 0, 0, TimeSpan.Zero));
        await RefusedAsync(Classroom.SubmitAsync(room.Student, instance, new JsonObject()), "closed at 2026-10-25T03:00:00Z");

        // A repetition of what was in time is no new submission.
        using var again = await Classroom.SubmitAsync(room.Student, instance, new JsonObject(), "the last one");
        Assert.Equal((string)submission["id"]!, (string)(await again.ReadAsync(HttpStatusCode.Created))["id"]!);
        Assert.Equal((string)instance["id"]!, (string)(await room.OpenAsync(room.Student))["id"]!);
    }

    [Fact]
    public async Task An_extension_moves_one_students_times_and_nobody_elses()
    {
        await using var service = new ClockedService(houses.Folder(), await houses.MigratedAsync(Database.Postgres), Autumn);
        var room = await OpenAsync(service, """
            {"title": "RNN", "published": true, "dueAt": "2026-10-25T00:00:00Z", "closesAt": "2026-10-27T00:00:00Z", "latePenaltyPerDay": 0.25, "items": [{"exercise": "rnn-step-1"}]}
            """, students: 2);
        await room.OpenAsync(room.Students[1]);
        var path = $"/api/v1/assignments/{room.AssignmentId}/extensions/{room.Student.Id}";
        using var set = await room.Instructor.Http.SendJsonAsync(HttpMethod.Put, path, """{"dueAt": "2026-10-28T00:00:00Z", "closesAt": "2026-10-29T00:00:00Z", "reason": "ill"}""");
        await set.ReadAsync(HttpStatusCode.OK);
        service.Clock.SetUtcNow(new(2026, 10, 27, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, (int)(await room.SubmitRightAsync(room.Student))["daysLate"]!);
        Assert.Equal("2026-10-28T00:00:00Z", (string)(await room.WorkAsync(room.Student))["due"]!);
        await RefusedAsync(Classroom.SubmitAsync(room.Students[1], await room.OpenAsync(room.Students[1]), new JsonObject()), "closed");
    }

    [Fact]
    public async Task Feedback_after_due_shows_no_verdict_no_hint_and_no_score_before()
    {
        await using var service = new ClockedService(houses.Folder(), await houses.MigratedAsync(Database.Postgres), Autumn);
        var room = await OpenAsync(service, """
            {"title": "RNN", "published": true, "dueAt": "2026-10-26T00:00:00Z", "feedback": "afterDue", "items": [{"exercise": "rnn-step-1"}, {"exercise": "rnn-to-mlp"}]}
            """);
        var hidden = await room.SubmitRightAsync(room.Student);
        Assert.Equal(["id", "instance", "receivedAt", "hints", "cells", "attempt", "daysLate", "feedbackAt"], hidden.AsObject().Select(member => member.Key));
        Assert.All(hidden["cells"]!.AsArray(), cell => Assert.Equal(["blank", "row", "column", "given", "value"], cell!.AsObject().Select(member => member.Key)));
        var graph = await room.OpenAsync(room.Student, (string)room.Assignment["items"]![1]!["id"]!);
        using var nothing = await Classroom.SubmitAsync(room.Student, graph, new JsonObject());
        Assert.Empty((await nothing.ReadAsync(HttpStatusCode.Created))["cells"]!.AsArray());
        var work = await room.WorkAsync(room.Student);
        Assert.Null(work["best"]);
        Assert.Null(work["completed"]);
        using var hint = await room.Student.Http.GetAsync($"/api/v1/instances/{hidden["instance"]}/hints/h_1/0/0", TestContext.Current.CancellationToken);
        await hint.ProblemAsync(HttpStatusCode.Forbidden);
        Assert.Equal(1, (double)(await room.Instructor.Http.ReadJsonAsync($"/api/v1/submissions/{hidden["id"]}"))["score"]!);

        service.Clock.SetUtcNow(new(2026, 10, 26, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, (double)(await room.Student.Http.ReadJsonAsync($"/api/v1/submissions/{hidden["id"]}"))["score"]!);
        Assert.True((bool)(await room.WorkAsync(room.Student))["completed"]!);
    }

    [Fact]
    public async Task The_solution_is_shown_when_nothing_can_be_graded_any_more()
    {
        await using var service = new ClockedService(houses.Folder(), await houses.MigratedAsync(Database.Postgres), Autumn);
        var room = await OpenAsync(service, """
            {"title": "RNN", "published": true, "closesAt": "2026-10-26T00:00:00Z", "items": [{"exercise": "rnn-step-1"}, {"exercise": "rnn-step-2", "maxAttempts": 1}]}
            """);
        var (open, once) = (await room.OpenAsync(room.Student), await room.OpenAsync(room.Student, (string)room.Assignment["items"]![1]!["id"]!));
        await SolutionAsync(room, open, HttpStatusCode.Forbidden);
        await SolutionAsync(room, once, HttpStatusCode.Forbidden);
        using var only = await Classroom.SubmitAsync(room.Student, once, new JsonObject());
        await only.ReadAsync(HttpStatusCode.Created);
        await SolutionAsync(room, once, HttpStatusCode.OK);
        await SolutionAsync(room, open, HttpStatusCode.Forbidden);
        service.Clock.SetUtcNow(new(2026, 10, 26, 0, 0, 0, TimeSpan.Zero));
        await SolutionAsync(room, open, HttpStatusCode.OK);
    }

    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    private static Task<Classroom> OpenAsync(ClockedService service, string assignment, int students = 1) =>
        Classroom.OpenAsync(service.Administrator, assignment, students);

    private static async Task SolutionAsync(Classroom room, JsonNode instance, HttpStatusCode expected)
    {
        using var response = await room.Student.Http.GetAsync($"/api/v1/instances/{instance["id"]}/solution", TestContext.Current.CancellationToken);
        await response.ReadAsync(expected);
    }

    private static async Task RefusedAsync(Task<HttpResponseMessage> request, string reason)
    {
        using var response = await request;
        Assert.Contains(reason, (string)(await response.ProblemAsync(HttpStatusCode.Conflict))["detail"]!, StringComparison.Ordinal);
    }
}
