using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Work;

public sealed class AttemptTests(Houses houses)
{
    private const string ThreeAttempts = """{"title": "RNN", "published": true, "items": [{"exercise": "rnn-step-1", "points": 4, "maxAttempts": 3, "completeAt": 0.5}]}""";

    [Theory, OnEveryDatabase]
    public async Task Of_two_hundred_requests_at_once_on_the_last_attempt_one_is_accepted(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, """{"title": "RNN", "published": true, "items": [{"exercise": "rnn-step-1", "maxAttempts": 1}]}""");
        var instance = await room.OpenAsync(room.Student);
        var responses = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Classroom.SubmitAsync(room.Student, instance, new JsonObject(), $"request {number}")));
        Assert.Single(responses, response => response.StatusCode == HttpStatusCode.Created);
        Assert.Equal(199, responses.Count(response => response.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(1, (int)(await room.WorkAsync(room.Student))["attempts"]!);
    }

    [Theory, OnEveryDatabase]
    public async Task A_double_click_stores_one_submission_even_on_the_last_attempt(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, """{"title": "RNN", "published": true, "items": [{"exercise": "rnn-step-1", "maxAttempts": 1}]}""");
        var instance = await room.OpenAsync(room.Student);
        var clicks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Classroom.SubmitAsync(room.Student, instance, new JsonObject(), "the same click")));
        var ids = await Task.WhenAll(clicks.Select(async click => (string)(await click.ReadAsync(HttpStatusCode.Created))["id"]!));
        Assert.Single(ids.Distinct());
        Assert.Equal(1, (int)(await room.WorkAsync(room.Student))["attempts"]!);
    }

    [Theory, OnEveryDatabase]
    public async Task The_best_attempt_counts_and_what_is_completed_stays_completed(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, ThreeAttempts);
        var instance = await room.OpenAsync(room.Student);
        using var bad = await Classroom.SubmitAsync(room.Student, instance, new JsonObject());
        await bad.ReadAsync(HttpStatusCode.Created);
        var work = await room.WorkAsync(room.Student);
        Assert.Equal((1, 2, 0.0, false), ((int)work["attempts"]!, (int)work["attemptsLeft"]!, (double)work["best"]!, (bool)work["completed"]!));
        await room.SubmitRightAsync(room.Student);
        using var worse = await Classroom.SubmitAsync(room.Student, instance, new JsonObject());
        Assert.Equal(3, (int)(await worse.ReadAsync(HttpStatusCode.Created))["attempt"]!);
        work = await room.WorkAsync(room.Student);
        Assert.Equal((3, 0, 1.0, true), ((int)work["attempts"]!, (int)work["attemptsLeft"]!, (double)work["best"]!, (bool)work["completed"]!));
        using var fourth = await Classroom.SubmitAsync(room.Student, instance, new JsonObject());
        Assert.Equal("All 3 attempts are used up.", (string)(await fourth.ProblemAsync(HttpStatusCode.Conflict))["detail"]!);
    }

    [Theory, OnEveryDatabase]
    public async Task An_override_counts_and_the_graders_score_stays(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, ThreeAttempts);
        using var sent = await Classroom.SubmitAsync(room.Student, await room.OpenAsync(room.Student), new JsonObject());
        var submission = await sent.ReadAsync(HttpStatusCode.Created);
        var path = $"/api/v1/submissions/{submission["id"]}/override";
        using var byStudent = await room.Student.Http.PostJsonAsync(path, """{"score": 1, "reason": "please"}""");
        await byStudent.ProblemAsync(HttpStatusCode.Forbidden);
        using var unreasoned = await room.Instructor.Http.PostJsonAsync(path, """{"score": 1.1}""");
        Assert.Equal(["score", "reason"], (await unreasoned.ProblemAsync(HttpStatusCode.UnprocessableEntity))["errors"]!.AsObject().Select(error => error.Key));
        using var set = await room.Instructor.Http.PostJsonAsync(path, """{"score": 0.75, "reason": "Right on paper"}""");
        await set.ReadAsync(HttpStatusCode.Created);
        var seen = await room.Student.Http.ReadJsonAsync($"/api/v1/submissions/{submission["id"]}");
        Assert.Equal((0.0, 0.75, "Right on paper", room.Instructor.Id), ((double)seen["score"]!, (double)seen["counted"]!, (string)seen["override"]!["reason"]!, (string)seen["override"]!["author"]!));
        var work = await room.WorkAsync(room.Student);
        Assert.Equal((0.75, true), ((double)work["best"]!, (bool)work["completed"]!));

        using var lower = await room.Instructor.Http.PostJsonAsync(path, """{"score": 0, "reason": "Copied"}""");
        await lower.ReadAsync(HttpStatusCode.Created);
        work = await room.WorkAsync(room.Student);
        Assert.Equal((0.0, true), ((double)work["best"]!, (bool)work["completed"]!));
    }

    [Theory, OnEveryDatabase]
    public async Task An_extension_gives_one_student_more_attempts(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, """{"title": "RNN", "published": true, "items": [{"exercise": "rnn-step-1", "maxAttempts": 1}]}""", students: 2);
        using var set = await room.Instructor.Http.SendJsonAsync(HttpMethod.Put, $"/api/v1/assignments/{room.AssignmentId}/extensions/{room.Student.Id}", """{"extraAttempts": 1, "reason": "the power went"}""");
        await set.ReadAsync(HttpStatusCode.OK);
        Assert.Equal((2, 1), ((int)(await room.WorkAsync(room.Student))["attemptsLeft"]!, (int)(await room.WorkAsync(room.Students[1]))["attemptsLeft"]!));
        using var toNobody = await room.Instructor.Http.SendJsonAsync(HttpMethod.Put, $"/api/v1/assignments/{room.AssignmentId}/extensions/{room.Instructor.Id}", """{"extraAttempts": 1}""");
        await toNobody.ProblemAsync(HttpStatusCode.NotFound);
    }
}
