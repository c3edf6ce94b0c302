using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.People;

/// <summary>The same person came from two platforms, and an administrator makes them one.</summary>
public sealed class JoinTests(Houses houses)
{
    private const string Two = """{"title": "RNN by hand", "published": true, "items": [{"exercise": "rnn-step-1"}, {"exercise": "rnn-step-2"}]}""";

    [Theory, OnEveryDatabase]
    public async Task Nothing_is_lost_the_better_counts_and_both_platforms_lead_to_the_one_person(Database database)
    {
        await using var room = await LmsRoom.OpenAsync(houses, database, Two);
        await using var other = await OtherAsync(room, database);
        using var one = await room.StudentAsync("ada");
        using var two = await Pupil.LaunchAsync(other, room.Launch("ada at the other") with { Course = "theirs" });
        await room.SubmitAsync(one, right: 2);
        var best = await room.SubmitAsync(two, right: 4);
        await room.SubmitAsync(one, right: 3);
        var alone = await two.PostAsync($"/assignments/{room.AssignmentId}/items/{room.Assignment["items"]![1]!["id"]}/instance", "{}");
        await two.PostAsync($"/instances/{alone["id"]}/submissions", """{"answers": {}}""", HttpStatusCode.Created);
        var (stays, goes) = (await MeAsync(one), await MeAsync(two));
        Assert.NotEqual(stays, goes);
        var before = (await WorkAsync(room, stays)).Concat(await WorkAsync(room, goes)).Order().ToList();
        Assert.Equal(4, before.Count);

        using var administrator = houses.AsAdministrator(database);
        for (var i = 0; i < 2; i++)
        {
            using var joined = await JoinAsync(administrator, stays, goes);
            Assert.Equal(stays, (string)(await joined.ReadAsync(HttpStatusCode.OK))["id"]!);
            Assert.Equal(before, (await WorkAsync(room, stays)).Order());
            Assert.Empty(await WorkAsync(room, goes));
        }

        var cells = (await room.Instructor.GetAsync($"/assignments/{room.AssignmentId}/gradebook"))["items"]!.AsArray().Single()!["cells"]!.AsArray();
        Assert.Equal((3, 0.8, (string)best["id"]!), ((int)cells[0]!["attempts"]!, (double)cells[0]!["score"]!, (string)cells[0]!["submission"]!));
        Assert.Equal(1, (int)cells[1]!["attempts"]!);

        // Both ways in lead to them, who can work on either of their numbers' exercises, and both gradebooks get what counts.
        using var again = await Pupil.LaunchAsync(other, room.Launch("ada at the other") with { Course = "theirs" });
        using var first = await room.StudentAsync("ada");
        Assert.Equal([stays, stays], [await MeAsync(first), await MeAsync(again)]);
        Assert.Equal((string)alone["id"]!, (string)(await first.GetAsync($"/instances/{alone["id"]}"))["id"]!);
        await room.SubmitAsync(again, right: 5);
        await LmsRoom.UntilAsync(() => Math.Abs((room.Cell(one)?.Score ?? 0) - 0.5) < 1e-9 && Math.Abs((other.Grades.CellOf("theirs-link-1", two.User)?.Score ?? 0) - 0.5) < 1e-9, "the score at both platforms");
        await using var store = houses.Store(database);
        Assert.Single(store.Audit.Where(a => a.Action == "person.joined" && a.Subject == goes));
    }

    /// <summary>The joining holds the person while it waits for their work; a score that arrives meanwhile is noted without them.</summary>
    [Trait("needs", "postgres")]
    [Fact]
    public async Task A_score_that_arrives_while_its_student_is_joined_is_known_to_have_arrived()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        await using var other = await OtherAsync(room, Database.Postgres);
        var (reached, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        other.Grades.Fault = async _ =>
        {
            reached.TrySetResult();
            await go.Task;
            return null;
        };
        using var one = await room.StudentAsync();
        using var two = await Pupil.LaunchAsync(other, room.Launch() with { Course = "theirs" });
        await room.SubmitAsync(two);
        var (stays, goes) = (await MeAsync(one), await MeAsync(two));
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);
        using var administrator = houses.AsAdministrator(Database.Postgres);
        await using var store = houses.Store(Database.Postgres);
        var person = Guid.ParseExact(goes, "N");
        Task<HttpResponseMessage> joining;
        await using (var holding = await store.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await store.Standings.Where(s => s.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(s => s.Attempts, s => s.Attempts), TestContext.Current.CancellationToken);
            joining = JoinAsync(administrator, stays, goes);
            await LmsRoom.UntilAsync(() => Locks.AreWaitedForAsync(houses.Store(Database.Postgres), "standings"), "that the joining is under way");
            go.SetResult();
            await LmsRoom.UntilAsync(() => store.Deliveries.AnyAsync(d => d.PersonId == person && d.SentAt != null && d.Lease == null, TestContext.Current.CancellationToken), "that it has arrived", seconds: 20);
            await holding.CommitAsync(TestContext.Current.CancellationToken);
        }

        using var joined = await joining;
        Assert.Equal(HttpStatusCode.OK, joined.StatusCode);
    }

    [Fact]
    public async Task An_account_of_this_service_keeps_its_own_name_when_a_platform_leads_to_it()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Sqlite);
        var local = await houses.PersonAsync(Database.Sqlite, "Ada Local");
        using var student = await room.StudentAsync("ada");
        using var administrator = houses.AsAdministrator(Database.Sqlite);
        using var joined = await JoinAsync(administrator, local.Id, await MeAsync(student));
        Assert.Equal(HttpStatusCode.OK, joined.StatusCode);
        using var again = await room.StudentAsync("ada");
        var me = await again.GetAsync("/me");
        Assert.Equal((local.Id, "Ada Local", local.Email), ((string)me["id"]!, (string)me["name"]!, (string)me["email"]!));
    }

    [Fact]
    public async Task What_can_not_be_told_apart_later_or_would_give_somebody_more_than_they_may_is_refused_with_the_reason()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Sqlite);
        await using var other = await OtherAsync(room, Database.Sqlite);
        using var student = await room.StudentAsync();
        using var classmate = await room.StudentAsync();
        using var teacher = await Pupil.LaunchAsync(other, room.Launch() with { Course = "theirs", Roles = Launch.Instructor });
        using var administrator = houses.AsAdministrator(Database.Sqlite);
        var id = await MeAsync(student);
        async Task RefusedAsync(string goes, HttpStatusCode status, string reason)
        {
            using var refused = await JoinAsync(administrator, id, goes);
            Assert.Contains(reason, (await refused.ProblemAsync(status)).ToJsonString(), StringComparison.Ordinal);
        }

        await RefusedAsync(id, HttpStatusCode.Conflict, "one person already");
        await RefusedAsync("nobody", HttpStatusCode.UnprocessableEntity, "There is no such person");
        await RefusedAsync(await MeAsync(classmate), HttpStatusCode.Conflict, "Both come from The test platform");
        await RefusedAsync(await MeAsync(teacher), HttpStatusCode.Conflict, "One of them teaches");
        await RefusedAsync((string)(await administrator.GetJsonAsync("/api/v1/me"))["id"]!, HttpStatusCode.Conflict, "RNNGRADER_ADMIN_TOKEN");
        var erased = await houses.PersonAsync(Database.Sqlite, "Gone");
        await administrator.AskAsync("DELETE", $"/api/v1/people/{erased.Id}", null, HttpStatusCode.NoContent);
        await RefusedAsync(erased.Id, HttpStatusCode.Conflict, "erased");
    }

    private static Task<HttpResponseMessage> JoinAsync(HttpClient administrator, string stays, string goes) =>
        administrator.PostJsonAsync($"/api/v1/people/{stays}/join", $$"""{"person": "{{goes}}"}""");

    /// <summary>Another platform, whose course is the same one here.</summary>
    private async Task<TestPlatform> OtherAsync(LmsRoom room, Database database)
    {
        var other = await TestPlatform.RegisteredAsync(houses, database);
        using var teacher = await Pupil.LaunchAsync(other, new Launch { Course = "theirs", Roles = Launch.Instructor });
        var theirs = (await teacher.GetAsync("/me"))["courses"]!.AsArray().Single()!["id"];
        var code = (await room.Instructor.PostAsync($"/courses/{room.Course}/lms/code", "{}"))["code"];
        await teacher.PostAsync($"/courses/{theirs}/lms/link", $$"""{"code": "{{code}}"}""");
        return other;
    }

    private static async Task<string> MeAsync(Pupil pupil) => (string)(await pupil.GetAsync("/me"))["id"]!;

    /// <summary>All that somebody has submitted, with what counts, as it can be exported.</summary>
    private async Task<IReadOnlyList<string>> WorkAsync(LmsRoom room, string person)
    {
        var database = room.Platform.ToolOrigin == houses.Client(Database.Sqlite).BaseAddress!.ToString().TrimEnd('/') ? Database.Sqlite : Database.Postgres;
        await using var store = houses.Store(database);
        var id = Guid.ParseExact(person, "N");
        return [.. store.Submissions.Where(s => s.PersonId == id).Select(s => s.Id).AsEnumerable().Select(s => s.ToString("N"))];
    }
}
