using System.Net;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

[Trait("stage", "storm")]
public sealed class MigrationTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task The_model_has_no_change_without_a_migration(Database database)
    {
        await using var store = houses.Store(database);
        Assert.False(store.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task An_empty_postgres_is_migrated_once_and_again_without_harm()
    {
        var (folder, postgres) = (houses.Folder(), houses.Empty());
        for (var time = 0; time < 2; time++)
        {
            var (code, output) = await ServiceProcess.RunAsync("migrate", folder, postgres);
            Assert.True(code == 0, output);
        }

        await using var store = Houses.OpenStore(folder, postgres);
        Assert.Empty(await store.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Copies_that_migrate_at_once_do_not_disturb_each_other()
    {
        var (folder, postgres) = (houses.Folder(), await houses.CreatedAsync());
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ServiceProcess.RunAsync("migrate", folder, postgres)));
        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Output));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_postgres_that_nobody_migrated_is_told_and_works_once_it_is(bool exists)
    {
        var (folder, postgres) = (houses.Folder(), exists ? await houses.CreatedAsync() : houses.Empty());
        await using var service = await ServiceProcess.StartAsync(folder, postgres);
        using var draw = await service.Http.PostJsonAsync("/api/v1/instances", """{"exercise": "rnn-step-1"}""");
        Assert.Contains("migrate", (string)(await draw.ProblemAsync(HttpStatusCode.ServiceUnavailable))["detail"]!, StringComparison.Ordinal);
        using var early = await service.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Contains("migrate", (string)(await early.ProblemAsync(HttpStatusCode.ServiceUnavailable))["detail"]!, StringComparison.Ordinal);
        Assert.Contains("migrate", service.Log, StringComparison.Ordinal);

        var (code, output) = await ServiceProcess.RunAsync("migrate", folder, postgres);
        Assert.True(code == 0, output);
        using var ready = await service.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        await service.Http.DrawAsync();
    }

    [Fact]
    public async Task A_database_that_can_not_be_reached_is_not_migrated_and_says_so()
    {
        var (code, output) = await ServiceProcess.RunAsync("migrate", houses.Folder(), $"Host=127.0.0.1;Port={PostgresCluster.FreePort()};Username=nobody;Database=nothing");
        Assert.Equal(1, code);
        Assert.Contains("can't be migrated", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sqlite_is_kept_in_data_under_the_working_folder_and_needs_no_migrating()
    {
        var folder = houses.Folder();
        await using var service = await ServiceProcess.StartAsync(folder, null);
        await service.Http.DrawAsync();
        Assert.True(File.Exists(Path.Combine(folder, "data", "rnngrader.db")));
    }

    [Fact]
    public async Task An_unknown_command_is_refused()
    {
        var (code, output) = await ServiceProcess.RunAsync("migrat", houses.Folder(), null);
        Assert.Equal(2, code);
        Assert.Contains("migrat", output, StringComparison.Ordinal);
    }
}
