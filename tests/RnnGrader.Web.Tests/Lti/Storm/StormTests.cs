using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti.Storm;

/// <summary>Scores of a whole class to a platform that fails in every way, from a service that is killed again and again, while students and the instructor go on working.</summary>
[Trait("slow", "yes")]
[Trait("stage", "storm")]
public sealed class StormTests(Houses houses)
{
    private const int Kills = 5;
    private const int AtOnce = 16;

    private static readonly (string, string)[] Settings =
    [
        ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken), ("Outbound__AllowPrivateNetworks", "true"), ("Outbound__RequestSeconds", "1.5"), ("Deliveries__AtOnce", $"{AtOnce}"),
        ("Deliveries__LeaseSeconds", "6"), ("Deliveries__PollSeconds", "0.2"), ("Deliveries__FirstPauseSeconds", "0.2"), ("Deliveries__LongestPauseSeconds", "2"), ("Deliveries__SettlingSeconds", "0.5"),
    ];

    [Theory]
    [InlineData(Database.Postgres, 150)]
    [InlineData(Database.Sqlite, 30)]
    public async Task Every_cell_holds_the_newest_score_after_faults_of_all_kinds_and_five_kills(Database database, int students)
    {
        var (folder, postgres) = (houses.Folder(), await houses.MigratedAsync(database));
        await using var service = new MortalService(folder, postgres, Settings);
        await service.StartAsync();
        await using var platform = await TestPlatform.StartAsync(service.Process.Http.BaseAddress!.ToString());
        platform.ClockAhead = TimeSpan.FromSeconds(-90);
        using (var administrator = service.Process.Http.With(Houses.AdministratorToken))
        {
            await platform.RegisterAsync(administrator);
        }

        var room = await LmsRoom.OpenAsync(platform);
        _ = new Weather(platform);
        var workers = new Worker[students];
        await EachAsync(Enumerable.Range(0, students), async i =>
        {
            workers[i] = await Worker.ComeAsync(room, $"student-{i}");
            await workers[i].SubmitAsync(i % 3);
        });

        for (var kill = 0; kill < Kills; kill++)
        {
            var more = EachAsync(Enumerable.Range(0, students).Where(i => i % Kills == kill), i => GoOnAsync(workers[i], i));
            var isAway = kill == 2;
            if (isAway)
            {
                await platform.CloseAsync();
            }

            var before = platform.Grades.Arrived.Count;
            await LmsRoom.UntilAsync(() => isAway || more.IsCompleted || platform.Grades.Arrived.Count > before + AtOnce, "that it is at work");
            await service.DieAndRiseAsync(platform);
            await more;
            if (isAway)
            {
                await using var store = Houses.OpenStore(folder, postgres);
                await LmsRoom.UntilAsync(
                    () => store.DeliveryAttempts.AnyAsync(a => a.Problem!.Contains("can't be reached"), TestContext.Current.CancellationToken), "that it finds the platform gone");
                await platform.OpenAsync();
            }
        }

        await LmsRoom.UntilAsync(() => Array.TrueForAll(workers, w => Math.Abs((room.Cell(w.Pupil)?.Score ?? -1) - w.Best) < 1e-9), "the newest score of everybody", seconds: 90);
        await using (var store = Houses.OpenStore(folder, postgres))
        {
            await LmsRoom.UntilAsync(
                () => store.Deliveries.AllAsync(d => d.State == DeliveryState.Sent && d.DueAt == null, TestContext.Current.CancellationToken), "that every row says sent");
            Assert.Equal(students, await store.Deliveries.CountAsync(TestContext.Current.CancellationToken));
            TellsTheStory(await store.DeliveryAttempts.AsNoTracking().OrderBy(a => a.Id).ToListAsync(TestContext.Current.CancellationToken), platform.Grades, students);
        }

        // Each stamp is later than the one before, by a second that a platform can see; what is given up and sent again is no exception.
        foreach (var cell in platform.Grades.Arrived.GroupBy(arrived => arrived.User))
        {
            var stamps = cell.Select(arrived => arrived.Stamp).ToList();
            Assert.All(stamps.Zip(stamps.Skip(1)), pair => Assert.True(pair.Second > pair.First + TimeSpan.FromSeconds(1), $"{cell.Key}: {pair}"));
        }

        Assert.Empty(platform.Grades.Offences);
        Array.ForEach(workers, worker => worker.Dispose());
        await room.DisposeAsync();
    }

    private static void TellsTheStory(List<DeliveryAttempt> log, TestGrades grades, int students)
    {
        var stories = log.GroupBy(line => line.DeliveryId).ToList();
        Assert.Equal(students, stories.Count);
        Assert.All(stories, story => Assert.Equal("sent", story.Last().Outcome));
        Assert.DoesNotContain(log, line => line.Outcome == "refused");

        // A small class sees few days of the weather, and a kill takes some of their lines along.
        var seen = log.Where(line => line.Outcome == "again").Select(line => line.Status).Distinct().ToList();
        Assert.True(seen.Count >= (students < 150 ? 2 : 5), $"Failed in these ways alone: {string.Join(", ", seen.Select(status => status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no answer"))}");

        // Whatever came to the platform is in the log, but for what was under way when the service was killed.
        var told = log.Count(line => line.Status is not null || line.Problem?.Contains("did not answer", StringComparison.Ordinal) == true);
        Assert.InRange(grades.Arrived.Count - told, -Kills, Kills * AtOnce);
    }

    // Most do better. One in four is marked down instead, and every other of them up again to what had arrived before; one in four does better and is marked down for it.
    private static async Task GoOnAsync(Worker worker, int i)
    {
        var first = worker.Best;
        if (i % 4 == 0)
        {
            await worker.MarkAsync(0, 0.1);
            if (i % 8 == 0)
            {
                await worker.MarkAsync(0, first);
            }

            return;
        }

        await worker.SubmitAsync(3 + (i % 3));
        if (i % 4 == 1)
        {
            await worker.MarkAsync(1, 0.1);
        }
    }

    private static Task EachAsync(IEnumerable<int> all, Func<int, Task> work) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => await work(i));
}
