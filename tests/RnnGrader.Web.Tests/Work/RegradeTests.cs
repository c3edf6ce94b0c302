using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Work;

public sealed class RegradeTests(Houses houses)
{
    // Three batches of a regrade, so that it can be killed between two.
    private const int Submissions = 600;

    [Theory, OnEveryDatabase]
    public async Task A_dry_run_says_by_student_and_cell_what_would_change_and_changes_nothing(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, students: 2);
        var carried = await SubmitCarriedAsync(room, room.Student);
        await room.SubmitRightAsync(room.Students[1]);
        var before = await GradesAsync(database, room);

        var regrade = await RegradeAsync(room, """{"dryRun": true, "creditsCarried": false}""");
        Assert.Equal(("done", 2, 2, 1), ((string)regrade["state"]!, (int)regrade["total"]!, (int)regrade["done"]!, (int)regrade["changed"]!));
        var change = Assert.Single(regrade["changes"]!.AsArray())!;
        Assert.Equal((string)carried["id"]!, (string)change["submission"]!);
        Assert.Equal((room.Student.Id, room.Student.Name, 1), ((string)change["person"]!, (string)change["name"]!, (int)change["attempt"]!));
        Assert.True((double)change["after"]! < (double)change["before"]!);
        Assert.NotEmpty(change["why"]!.AsArray());
        Assert.All(change["cells"]!.AsArray(), cell => Assert.Equal(("carried", 1, 0), ((string)cell!["before"]!["verdict"]!, (double)cell["before"]!["credit"]!, (double)cell["after"]!["credit"]!)));
        Assert.Equal((int)carried["carried"]!, change["cells"]!.AsArray().Count);
        Assert.Equal(before, await GradesAsync(database, room));
        Assert.Equal((double)carried["score"]!, (double)(await room.WorkAsync(room.Student))["best"]!);
    }

    [Theory, OnEveryDatabase]
    public async Task An_applied_regrade_adds_grades_keeps_the_old_ones_and_holds_for_what_comes_after(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        var carried = await SubmitCarriedAsync(room, room.Student);
        var regrade = await RegradeAsync(room, """{"dryRun": false, "creditsCarried": false}""");
        var after = (double)regrade["changes"]![0]!["after"]!;
        Assert.Equal(after, (double)(await room.WorkAsync(room.Student))["best"]!);
        Assert.Equal(after, (double)(await room.Student.Http.ReadJsonAsync($"/api/v1/submissions/{carried["id"]}"))["score"]!);
        Assert.Equal(2, (await GradesAsync(database, room)).Count);
        Assert.Equal(after, (double)(await SubmitCarriedAsync(room, room.Student))["score"]!);

        var again = await RegradeAsync(room, """{"dryRun": false}""");
        Assert.Equal(0, (int)again["changed"]!);
    }

    [Theory, OnEveryDatabase]
    public async Task Never_lower_leaves_what_would_count_less(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        var carried = await SubmitCarriedAsync(room, room.Student);
        var regrade = await RegradeAsync(room, """{"dryRun": false, "creditsCarried": false, "neverLower": true}""");
        Assert.Equal((0, 1), ((int)regrade["changed"]!, (int)regrade["kept"]!));
        Assert.Equal((double)carried["score"]!, (double)(await room.WorkAsync(room.Student))["best"]!);
    }

    /// <summary>Stands for an older grader that was wrong: its verdict is put into the store with its version.</summary>
    [Theory, OnEveryDatabase]
    public async Task What_an_older_version_graded_is_listed_with_both_versions(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        var right = await room.SubmitRightAsync(room.Student);
        await using (var store = houses.Store(database))
        {
            var id = Guid.ParseExact((string)right["id"]!, "N");
            var cells = (await store.Grades.AsNoTracking().SingleAsync(g => g.SubmissionId == id, TestContext.Current.CancellationToken)).Cells.Replace("correct", "wrong", StringComparison.Ordinal);
            await store.Grades.Where(g => g.SubmissionId == id).ExecuteUpdateAsync(
                set => set.SetProperty(g => g.GraderVersion, 0).SetProperty(g => g.Score, 0.8).SetProperty(g => g.Cells, cells), TestContext.Current.CancellationToken);
        }

        var change = (await RegradeAsync(room, "{}"))["changes"]![0]!;
        Assert.Equal((0.8, 1), ((double)change["before"]!, (double)change["after"]!));
        Assert.Contains("version 0", (string)change["why"]![0]!, StringComparison.Ordinal);
        Assert.Equal((int)right["total"]!, change["cells"]!.AsArray().Count);
    }

    [Theory, OnEveryDatabase]
    public async Task A_regrade_counts_lateness_again_by_the_students_extension(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, """
            {"title": "RNN", "published": true, "dueAt": "2020-01-01T00:00:00Z", "latePenaltyPerDay": 1, "items": [{"exercise": "rnn-step-1"}]}
            """);
        Assert.Equal(0, (double)(await room.SubmitRightAsync(room.Student))["counted"]!);
        using var set = await room.Instructor.Http.SendJsonAsync(HttpMethod.Put, $"/api/v1/assignments/{room.AssignmentId}/extensions/{room.Student.Id}", """{"dueAt": "2120-01-01T00:00:00Z"}""");
        await set.ReadAsync(HttpStatusCode.OK);
        Assert.Equal(0, (double)(await room.WorkAsync(room.Student))["best"]!);
        await RegradeAsync(room, """{"dryRun": false}""");
        var work = await room.WorkAsync(room.Student);
        Assert.Equal((1, true), ((double)work["best"]!, (bool)work["completed"]!));
    }

    [Trait("stage", "storm")]
    [Theory, OnEveryDatabase]
    public async Task A_regrade_survives_kill_9_and_another_copy_goes_on(Database database)
    {
        var (folder, postgres) = (houses.Folder(), await houses.MigratedAsync(database));
        var administrator = ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken);
        await using var store = Houses.OpenStore(folder, postgres);
        Regrade begun;
        await using (var service = await ServiceProcess.StartAsync(folder, postgres, administrator))
        {
            var room = await Classroom.OpenAsync(service.Http.With(Houses.AdministratorToken));
            await SubmitCarriedAsync(room, room.Student);
            await RepeatAsync(store);
            begun = await KillInTheMiddleAsync(service, store, room);
        }

        var (done, grades) = (begun.Done, await store.Grades.CountAsync(g => g.RegradeId == begun.Id, TestContext.Current.CancellationToken));
        Assert.Equal((done, true), (grades, done is > 0 and < Submissions));
        await using var next = await ServiceProcess.StartAsync(folder, postgres, administrator);
        var finished = await UntilAsync(store, begun.Id, regrade => regrade.FinishedAt is not null);
        Assert.Equal((Submissions, Submissions), (finished.Done, finished.Changed));
        Assert.Equal(Submissions, await store.Grades.CountAsync(g => g.RegradeId == begun.Id, TestContext.Current.CancellationToken));
    }

    // As if the one submission that there is had come again and again.
    private static async Task RepeatAsync(StoreContext store)
    {
        var submission = store.Entry(await store.Submissions.SingleAsync(TestContext.Current.CancellationToken)).CurrentValues;
        var grade = store.Entry(await store.Grades.SingleAsync(TestContext.Current.CancellationToken)).CurrentValues;
        for (var attempt = 2; attempt <= Submissions; attempt++)
        {
            var (copy, grades) = (submission.Clone(), grade.Clone());
            (copy["Id"], copy["Attempt"]) = (Guid.CreateVersion7(), attempt);
            (grades["Id"], grades["SubmissionId"]) = (Guid.CreateVersion7(), copy["Id"]);
            store.AddRange(copy.ToObject(), grades.ToObject());
        }

        await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        store.ChangeTracker.Clear();
    }

    // A regrade that is done before it is seen to be half done is followed by the opposite one.
    private static async Task<Regrade> KillInTheMiddleAsync(ServiceProcess service, StoreContext store, Classroom room)
    {
        for (var credits = false; ; credits = !credits)
        {
            var answer = room.Instructor.Http.PostJsonAsync($"/api/v1/assignments/{room.AssignmentId}/regrades", $$"""{"dryRun": false, "creditsCarried": {{(credits ? "true" : "false")}}}""");
            var seen = await UntilAsync(store, default, regrade => regrade.Done > 0 || regrade.FinishedAt is not null);
            if (seen.FinishedAt is null)
            {
                await service.KillAsync();
                await Assert.ThrowsAnyAsync<HttpRequestException>(() => answer);
                return await UntilAsync(store, seen.Id, _ => true);
            }

            (await answer).Dispose();
        }
    }

    /// <summary>Waits for the newest regrade, or the one of an id, to be as is asked.</summary>
    private static async Task<Regrade> UntilAsync(StoreContext store, Guid id, Func<Regrade, bool> isSo)
    {
        for (var tries = 0; tries < 6000; tries++)
        {
            var regrade = await store.Regrades.AsNoTracking().Where(r => id == default || r.Id == id).OrderByDescending(r => r.Id).FirstOrDefaultAsync(TestContext.Current.CancellationToken);
            if (regrade is not null && isSo(regrade))
            {
                return regrade;
            }

            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The regrade did not come so far.");
    }

    private static async Task<JsonNode> RegradeAsync(Classroom room, string body)
    {
        using var response = await room.Instructor.Http.PostJsonAsync($"/api/v1/assignments/{room.AssignmentId}/regrades", body);
        return await response.ReadAsync(HttpStatusCode.Created);
    }

    /// <summary>Submits a wrong state and what follows from it.</summary>
    internal static async Task<JsonNode> SubmitCarriedAsync(Classroom room, Someone student)
    {
        var instance = await room.OpenAsync(student);
        using var response = await Classroom.SubmitAsync(student, instance, await CarriedAsync(room, instance));
        var submission = await response.ReadAsync(HttpStatusCode.Created);
        Assert.True((int)submission["carried"]! > 0, $"{submission}");
        return submission;
    }

    // One cell of h_1 is one too much, and y_1 is what follows from that: the first cell for which that is something else.
    internal static async Task<JsonObject> CarriedAsync(Classroom room, JsonNode instance)
    {
        var right = await room.SolveAsync(instance);
        var h = right["h_1"]!.AsArray().Select(Value).ToArray();
        var y = Read(h);
        for (var wrong = 0; wrong < h.Length; wrong++)
        {
            var own = h.Index().Select(cell => cell.Index == wrong ? cell.Item + 1 : cell.Item).ToArray();
            if (!Read(own).SequenceEqual(y))
            {
                return new() { ["h_1"] = new JsonArray([.. own.Select(v => (JsonNode)v)]), ["y_1"] = new JsonArray([.. Read(own).Select(v => (JsonNode)v)]) };
            }
        }

        throw new InvalidOperationException("Nothing in y_1 follows from h_1.");

        int[] Read(int[] state) => [.. Given("W_yh").AsArray().Zip(Given("b_y").AsArray(), (row, b) => row!.AsArray().Select((w, i) => (int)w! * state[i]).Sum() + (int)b![0]!)];
        JsonNode Given(string name) => instance["givens"]!.AsArray().Single(given => (string)given!["name"]! == name)!["values"]!;
        static int Value(JsonNode? cell) => (int)(cell is JsonArray row ? row[0]! : cell!);
    }

    private async Task<List<double>> GradesAsync(Database database, Classroom room)
    {
        await using var store = houses.Store(database);
        var id = Guid.ParseExact(room.AssignmentId, "N");
        return await (from grade in store.Grades
                      join submission in store.Submissions on grade.SubmissionId equals submission.Id
                      where submission.AssignmentId == id
                      orderby grade.Id
                      select grade.Score).ToListAsync(TestContext.Current.CancellationToken);
    }
}
