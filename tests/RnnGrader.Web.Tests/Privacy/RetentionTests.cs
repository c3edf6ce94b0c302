using System.Net;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Privacy;

public sealed class RetentionTests(Houses houses)
{
    [Fact]
    public async Task Practice_that_nobody_touched_for_thirty_days_goes_and_everything_else_stays()
    {
        await using var service = new ClockedService(houses.Folder(), await houses.MigratedAsync(Database.Postgres), new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        var room = await Classroom.OpenAsync(service.Administrator);
        var http = service.CreateClient();
        var assigned = await room.OpenAsync(room.Student);
        var (left, worked, hinted) = (await http.DrawAsync(), await http.DrawAsync(), await http.DrawAsync());
        var answers = """{"answers": {"y_1": [1, 2]}}""";
        using (var old = await http.PostJsonAsync($"/api/v1/instances/{left["id"]}/submissions", answers, "a key"))
        {
            await old.ReadAsync(HttpStatusCode.Created);
        }

        service.Clock.Advance(TimeSpan.FromDays(20));
        using (var again = await http.PostJsonAsync($"/api/v1/instances/{worked["id"]}/submissions", answers))
        {
            await again.ReadAsync(HttpStatusCode.Created);
        }

        await http.GetJsonAsync($"/api/v1/instances/{hinted["id"]}/hints/h_1/0/0?level=1");
        await using var store = service.Store();
        Assert.Equal(4, await store.Instances.CountAsync(TestContext.Current.CancellationToken));
        service.Clock.Advance(TimeSpan.FromDays(11));
        await UntilAsync(async () => await store.Instances.CountAsync(TestContext.Current.CancellationToken) == 3);
        Assert.False(await store.Instances.AnyAsync(i => i.Id == Id(left["id"]), TestContext.Current.CancellationToken));
        Assert.Equal(1, await store.Submissions.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await store.IdempotencyKeys.CountAsync(k => k.Key == "a key", TestContext.Current.CancellationToken));
        Assert.True(await store.Instances.AnyAsync(i => i.Id == Id(assigned["id"]), TestContext.Current.CancellationToken));

        // Still in the memory of this copy: what is handed in to it is refused, and is no failure.
        using var late = await http.PostJsonAsync($"/api/v1/instances/{left["id"]}/submissions", answers);
        await late.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Trait("stage", "storm")]
    [Fact]
    public async Task Two_copies_that_start_at_once_delete_thousands_without_harm()
    {
        var postgres = (await houses.MigratedAsync(Database.Postgres))!;
        await using (var service = await ServiceProcess.StartAsync(houses.Folder(), postgres))
        {
            await service.Http.DrawAsync();
        }

        await using var store = Houses.OpenStore("/", postgres);
        var one = await store.Instances.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        store.AddRange(Enumerable.Range(0, 2000).Select(number => new RnnGrader.Storage.Instance
        {
            Id = Guid.CreateVersion7(),
            Exercise = one.Exercise,
            Version = one.Version,
            Seed = one.Seed,
            Title = one.Title,
            Level = one.Level,
            Parameters = one.Parameters,
            Worksheet = one.Worksheet,
            CreatedAt = one.CreatedAt.AddDays(-40).AddSeconds(number),
        }));
        await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        var copies = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => ServiceProcess.StartAsync(houses.Folder(), postgres)));
        await UntilAsync(async () => await store.Instances.CountAsync(TestContext.Current.CancellationToken) == 1);
        foreach (var copy in copies)
        {
            Assert.DoesNotContain("fail:", copy.Log, StringComparison.Ordinal);
            await copy.DisposeAsync();
        }
    }

    private static Guid Id(System.Text.Json.Nodes.JsonNode? id) => Guid.ParseExact((string)id!, "N");

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var wait = System.Diagnostics.Stopwatch.StartNew(); !await holds(); await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            Assert.True(wait.Elapsed < TimeSpan.FromMinutes(1), "It did not come to hold.");
        }
    }
}
