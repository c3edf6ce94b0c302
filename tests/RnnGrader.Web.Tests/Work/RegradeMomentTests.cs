using System.Net;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Work;

/// <summary>A submission that is being graded by the old rules while a regrade sets new ones. A lock of the test's own holds it in the middle. SQLite has one writer, and no such moment.</summary>
public sealed class RegradeMomentTests(Houses houses)
{
    private const string Hold = "SELECT pg_advisory_xact_lock(4711)";

    // The trigger stops a submission that has read the rules and has not come to its standing's row yet.
    private const string Trigger = """
        CREATE OR REPLACE FUNCTION hold_attempts() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF current_query() LIKE '%attempts + 1%' THEN PERFORM pg_advisory_xact_lock_shared(4711); END IF;
          RETURN NULL;
        END $$;
        CREATE OR REPLACE TRIGGER hold_attempts BEFORE UPDATE ON standings FOR EACH STATEMENT EXECUTE FUNCTION hold_attempts();
        """;

    [Trait("needs", "postgres")]
    [Theory]
    [InlineData(Hold)]
    [InlineData("SELECT 1 FROM instances WHERE id = {0} FOR UPDATE")]
    public async Task What_is_submitted_in_the_very_moment_of_a_regrade_is_graded_by_its_rules(string hold)
    {
        var room = await Classroom.OpenAsync(houses, Database.Postgres);
        var instance = await room.OpenAsync(room.Student);
        var answers = await RegradeTests.CarriedAsync(room, instance);
        await using var holder = houses.Store(Database.Postgres);
        await using var watcher = houses.Store(Database.Postgres);
        await watcher.Database.ExecuteSqlRawAsync(Trigger, TestContext.Current.CancellationToken);
        await using var transaction = await holder.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var pid = (await holder.Database.SqlQueryRaw<int>("SELECT pg_backend_pid() AS \"Value\"").ToListAsync(TestContext.Current.CancellationToken))[0];
        await holder.Database.ExecuteSqlRawAsync(hold, [Guid.ParseExact((string)instance["id"]!, "N")], TestContext.Current.CancellationToken);

        var submitting = Classroom.SubmitAsync(room.Student, instance, answers);
        await UntilAsync(async () => await WaitingAsync(watcher, pid) >= 1);
        var regrading = room.Instructor.Http.PostJsonAsync($"/api/v1/assignments/{room.AssignmentId}/regrades", """{"dryRun": false, "creditsCarried": false}""");
        var assignment = Guid.ParseExact(room.AssignmentId, "N");
        Task<bool> IsDoneAsync() => watcher.Regrades.AnyAsync(r => r.AssignmentId == assignment && r.FinishedAt != null, TestContext.Current.CancellationToken);
        await UntilAsync(async () => await IsDoneAsync() || await WaitingAsync(watcher, pid) >= 2);
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);

        await watcher.Database.ExecuteSqlRawAsync("DROP TRIGGER hold_attempts ON standings", TestContext.Current.CancellationToken);
        using var submitted = await submitting;
        using var regraded = await regrading;
        var submission = await submitted.ReadAsync(HttpStatusCode.Created);
        await UntilAsync(IsDoneAsync);
        var work = await room.WorkAsync(room.Student);
        Assert.Equal((double)submission["correct"]! / (double)submission["total"]!, (double)work["best"]!, 9);
    }

    // Whoever waits for the test's lock, and whoever waits for those.
    private static async Task<int> WaitingAsync(StoreContext store, int pid) => (await store.Database.SqlQuery<int>($"""
        WITH first AS (SELECT pid FROM pg_stat_activity WHERE {pid} = ANY(pg_blocking_pids(pid)))
        SELECT count(*)::int AS "Value" FROM pg_stat_activity WHERE pid IN (SELECT pid FROM first) OR pg_blocking_pids(pid) && ARRAY(SELECT pid FROM first)
        """).ToListAsync(TestContext.Current.CancellationToken))[0];

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var deadline = DateTime.UtcNow.AddMinutes(1); !await isSo(); await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            Assert.True(DateTime.UtcNow < deadline, "It did not come so far.");
        }
    }
}
