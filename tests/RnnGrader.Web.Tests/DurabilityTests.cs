using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

[Trait("slow", "yes")]
[Trait("stage", "storm")]
public sealed class DurabilityTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task No_answered_submission_is_lost_when_the_service_is_killed_and_none_is_stored_twice(Database database)
    {
        var (folder, postgres) = (houses.Folder(), await houses.MigratedAsync(database));
        JsonNode instance;
        SubmissionStream stream;
        await using (var service = await ServiceProcess.StartAsync(folder, postgres))
        {
            instance = await service.Http.DrawAsync();
            stream = new SubmissionStream(service.Http, instance);
            var running = stream.RunAsync(8, CancellationToken.None);
            while (stream.Stored.Count < 300)
            {
                Assert.False(running.IsCompleted, service.Log);
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            await service.KillAsync();
            await running;
        }

        await using var again = await ServiceProcess.StartAsync(folder, postgres);
        foreach (var (key, answered) in stream.Stored)
        {
            var id = JsonNode.Parse(answered)!["id"];
            Assert.Equal(answered, await again.Http.GetStringAsync($"/api/v1/submissions/{id}", TestContext.Current.CancellationToken));
        }

        foreach (var key in stream.Sent)
        {
            using var repeated = await stream.SendAsync(again.Http, key);
            var text = (await repeated.ReadAsync(HttpStatusCode.Created)).ToJsonString();
            Assert.True(!stream.Stored.TryGetValue(key, out var answered) || JsonNode.Parse(answered)!.ToJsonString() == text);
        }

        await using var store = Houses.OpenStore(folder, postgres);
        Assert.Equal(stream.Sent.Count, await store.Submissions.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(stream.Sent.Count, await store.Grades.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_restart_of_postgres_is_waited_out_and_loses_nothing()
    {
        await using var cluster = await PostgresCluster.StartNewAsync();
        var (folder, postgres) = (houses.Folder(), cluster.ConnectionString("outage"));
        Assert.Equal(0, (await ServiceProcess.RunAsync("migrate", folder, postgres)).ExitCode);
        await using var service = await ServiceProcess.StartAsync(folder, postgres);
        var stream = new SubmissionStream(service.Http, await service.Http.DrawAsync());
        using var enough = new CancellationTokenSource();
        var running = stream.RunAsync(8, enough.Token);

        await UntilAsync(() => stream.Stored.Count > 100, running);
        await cluster.StopAsync();
        await UntilAsync(() => stream.Refused.ContainsKey(HttpStatusCode.ServiceUnavailable), running);
        using (var ready = await service.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken))
        {
            await ready.ProblemAsync(HttpStatusCode.ServiceUnavailable);
        }

        using (var live = await service.Http.GetAsync("/health/live", TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        }

        var before = stream.Stored.Count;
        await cluster.StartAsync();
        await UntilAsync(() => stream.Stored.Count > before + 100, running);
        await enough.CancelAsync();
        await running;

        Assert.Equal([HttpStatusCode.ServiceUnavailable], stream.Refused.Keys);
        Assert.True(stream.Refused[HttpStatusCode.ServiceUnavailable], "A 503 without Retry-After.");
        foreach (var (key, answered) in stream.Stored)
        {
            using var repeated = await stream.SendAsync(service.Http, key);
            Assert.Equal((string)JsonNode.Parse(answered)!["id"]!, (string)(await repeated.ReadAsync(HttpStatusCode.Created))["id"]!);
        }

        await using var store = Houses.OpenStore(folder, postgres);
        Assert.Equal(
            await store.IdempotencyKeys.CountAsync(TestContext.Current.CancellationToken),
            await store.Submissions.CountAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>In WAL mode a lower setting than FULL (2) can lose the last commits in a power cut.</summary>
    [Fact]
    public async Task Sqlite_reaches_the_disk_before_it_answers()
    {
        await using var store = houses.Store(Database.Sqlite);
        Assert.Equal(2, await store.Database.SqlQueryRaw<int>("SELECT synchronous AS \"Value\" FROM pragma_synchronous").SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal("wal", await store.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").SingleAsync(TestContext.Current.CancellationToken));
    }

    private static async Task UntilAsync(Func<bool> isSo, Task running)
    {
        while (!isSo())
        {
            Assert.False(running.IsCompleted);
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
