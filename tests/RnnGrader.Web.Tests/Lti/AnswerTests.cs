using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>What becomes of a score by what the platform answers. Many students share a room: each of them meets one answer.</summary>
public sealed class AnswerTests(Houses houses, ClockedTool tool) : IClassFixture<ClockedTool>
{
    private static readonly string Endless = $"<p>nul\0 {new string('x', 5000)}</p>";

    /// <summary>By student: how often which answer comes before the platform does its work, and whether the score is to be there in the end.</summary>
    private static readonly Dictionary<string, (int Times, int Status, string Body, bool Arrives)> Answers = new()
    {
        ["unauthorized twice"] = (2, 401, "", true),
        ["too slow"] = (1, 408, "", true),
        ["too early"] = (1, 425, "", true),
        ["too many"] = (1, 429, "", true),
        ["broken"] = (1, 500, "", true),
        ["no rate left"] = (1, 403, "403 Forbidden (Rate Limit Exceeded)", true),
        ["forbidden"] = (1, 403, "You may not.", false),
        ["not understood"] = (1, 400, "<b>No such user</b>", false),
        ["not taken"] = (1, 422, Endless, false),
    };

    [Fact]
    public async Task What_may_pass_is_sent_again_and_what_may_not_is_told()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        var asked = new ConcurrentDictionary<string, int>();
        room.Platform.Grades.Fault = http => Task.FromResult<IResult?>(
            Answers[(string)http.Items["user"]!] is var answer && (asked.AddOrUpdate((string)http.Items["user"]!, 1, (_, before) => before + 1) <= answer.Times || !answer.Arrives)
                ? TypedResults.Content(answer.Body, "text/html", statusCode: answer.Status) : null);
        foreach (var user in Answers.Keys)
        {
            using var student = await room.StudentAsync(user);
            await room.SubmitAsync(student);
        }

        await LmsRoom.UntilAsync(async () => (await ListAsync(room)).All(d => (string)d["state"]! != "waiting"), "the end of all", seconds: 90);
        var states = (await ListAsync(room)).ToDictionary(d => ((string)d["name"]!)["Name of ".Length..]);
        Assert.All(Answers, pair => Assert.Equal((pair.Key, pair.Value.Arrives ? "sent" : "refused", pair.Value.Arrives), (pair.Key, (string)states[pair.Key]["state"]!, room.Platform.Grades.CellOf("course-1-link-1", pair.Key) is not null)));
        // Once for what was wanted at the launch, if that was not held back until the submission, and once for the submission.
        Assert.All(Answers.Where(pair => !pair.Value.Arrives), pair => Assert.InRange(asked[pair.Key], 1, 2));
        Assert.EndsWith("(400): No such user", (string)states["not understood"]["problem"]!, StringComparison.Ordinal);
        Assert.InRange(((string)states["not taken"]["problem"]!).Length, 300, 400);

        // A second token is asked for at once, and a third is not.
        var log = (await room.Instructor.GetAsync($"/courses/{room.Course}/deliveries/{states["unauthorized twice"]["id"]}/log"))["items"]!.AsArray();
        Assert.Equal([("again", 401), ("sent", 200)], log.Reverse().Take(2).Select(line => ((string)line!["outcome"]!, (int)line["status"]!)));
    }

    /// <summary>A conflict says that the platform has a score of this second or a later one. Only where that is ours nothing is sent any more.</summary>
    [Fact]
    public async Task A_conflict_is_over_where_the_platform_has_this_students_score_and_else_a_fresh_stamp_is_tried()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        var (grades, asked) = (room.Platform.Grades, new ConcurrentDictionary<string, bool>());
        grades.Fault = http => Task.FromResult<IResult?>(asked.TryAdd((string)http.Items["user"]!, true) ? TypedResults.StatusCode(409) : null);
        grades.ResultsFault = user => user switch
        {
            "unreadable" => TypedResults.Content("<html>", "text/html"),
            "others" => TypedResults.Content("""[{"userId": "somebody else", "resultScore": 1, "resultMaximum": 1}]"""),
            _ => null,
        };
        foreach (var (user, there) in new[] { ("same", 1.0), ("other", 0.25), ("unreadable", 1.0), ("others", 0.5) })
        {
            grades.Cells[("course-1-link-1", user)] = new(there, DateTimeOffset.UnixEpoch, null, null);
            using var student = await room.StudentAsync(user);
            await room.SubmitAsync(student);
        }

        grades.Scopes = [.. grades.Scopes.Where(scope => !scope.Contains("result", StringComparison.Ordinal))];
        grades.Cells[("course-1-blind", "blind")] = new(1, DateTimeOffset.UnixEpoch, null, null);
        using (var blind = await Pupil.LaunchAsync(room.Platform, room.Launch("blind") with { Link = "blind" }))
        {
            await room.SubmitAsync(blind);
        }

        await LmsRoom.UntilAsync(async () => (await ListAsync(room)).All(d => (string)d["state"]! == "sent"), "that all are sent");
        Assert.Equal(
            [("blind", 2), ("other", 2), ("others", 2), ("same", 1), ("unreadable", 2)], grades.Arrived.GroupBy(a => a.User).Select(a => (a.Key, a.Count())).OrderBy(a => a.Key, StringComparer.Ordinal));
        Assert.All(grades.Cells.Values, cell => Assert.Equal(1, cell.Score));
    }

    /// <summary>Platforms compare whole seconds: a score within a second of the one before would be a conflict.</summary>
    [Fact]
    public async Task A_score_is_held_back_until_its_stamp_is_more_than_a_second_after_the_one_before()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var student = await room.StudentAsync();
        await LmsRoom.UntilAsync(async () => (await room.DeliveryAsync(student))["nextAt"] is null, "that nothing is due");
        await using var store = houses.Store(Database.Postgres);
        var (course, before) = (Guid.ParseExact(room.Course, "N"), DateTime.UtcNow.AddSeconds(4));
        await store.Deliveries.Where(d => d.CourseId == course).ExecuteUpdateAsync(set => set.SetProperty(d => d.Stamp, before), TestContext.Current.CancellationToken);
        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(() => !room.Platform.Grades.Arrived.IsEmpty, "the score");
        var sent = room.Platform.Grades.Arrived.Single().Stamp;
        Assert.True(sent > before.AddSeconds(1));
        Assert.Equal(sent.UtcDateTime, await store.Deliveries.Where(d => d.CourseId == course).Select(d => d.Stamp).SingleAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Another copy has it by now: what this one read may be old.</summary>
    [Fact]
    public async Task A_score_whose_lease_is_lost_on_the_way_is_not_sent_by_who_lost_it()
    {
        await using var room = await LmsRoom.OpenAsync(await tool.PlatformAsync());
        var (reached, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        room.Platform.Tokens.Fault = async () =>
        {
            reached.TrySetResult();
            await go.Task;
            return null;
        };
        using var student = await room.StudentAsync();
        await tool.LookedAsync(); // a clock that stands still would give both looks one time
        await room.SubmitAsync(student);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(40), TestContext.Current.CancellationToken);
        await using var store = tool.Store();
        var (course, other) = (Guid.ParseExact(room.Course, "N"), Guid.NewGuid());
        await store.Deliveries.Where(d => d.CourseId == course).ExecuteUpdateAsync(set => set.SetProperty(d => d.Lease, other), TestContext.Current.CancellationToken);
        go.SetResult();
        await LmsRoom.UntilAsync(() => room.Platform.Tokens.Given == 1, "the token");
        await tool.LookedAsync();
        Assert.Equal(other, await store.Deliveries.Where(d => d.CourseId == course).Select(d => d.Lease).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Empty(room.Platform.Grades.Arrived);
        await store.Deliveries.Where(d => d.CourseId == course).ExecuteUpdateAsync(set => set.SetProperty(d => d.LeasedUntil, DateTime.UnixEpoch), TestContext.Current.CancellationToken);
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(student))["state"]! == "sent", "that it is sent");
        Assert.Single(room.Platform.Grades.Arrived);
    }

    [Fact]
    public async Task Nothing_is_sent_of_who_handed_in_nothing_and_what_is_wanted_by_a_platform_that_was_removed_is_refused()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var student = await room.StudentAsync();
        await LmsRoom.UntilAsync(async () => (await room.DeliveryAsync(student))["nextAt"] is null, "that nothing is due");
        Assert.Empty(room.Platform.Grades.Arrived);
        var administrator = houses.AsAdministrator(Database.Postgres);
        var registration = (await administrator.GetJsonAsync("/api/v1/lti/registrations"))["items"]!.AsArray().Single(r => (string)r!["issuer"]! == room.Platform.Issuer)!["id"];
        using var removed = await administrator.DeleteAsync($"/api/v1/lti/registrations/{registration}", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, removed.StatusCode);
        await room.Instructor.PostAsync($"/courses/{room.Course}/deliveries/again", "{}");
        await LmsRoom.UntilAsync(async () => ((string?)(await ListAsync(room)).Single()["problem"])?.Contains("is gone", StringComparison.Ordinal) == true, "the refusal");
    }

    private static async Task<IReadOnlyList<JsonNode>> ListAsync(LmsRoom room) => [.. (await room.Instructor.GetAsync($"/courses/{room.Course}/deliveries"))["items"]!.AsArray().Select(d => d!)];
}
