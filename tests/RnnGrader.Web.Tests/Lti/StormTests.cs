using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>Scores of a whole class to a platform that fails in every way, from two copies of the service that are killed meanwhile.</summary>
public sealed class StormTests(Houses houses)
{
    private const int Students = 300;
    private const int Kills = 5;
    private const int AtOnce = 12;

    private static readonly (string, string)[] Settings =
    [
        ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken), ("Outbound__AllowPrivateNetworks", "true"), ("Outbound__RequestSeconds", "1.5"), ("Deliveries__AtOnce", $"{AtOnce}"),
        ("Deliveries__LeaseSeconds", "6"), ("Deliveries__PollSeconds", "0.2"), ("Deliveries__FirstPauseSeconds", "0.2"), ("Deliveries__LongestPauseSeconds", "2"),
    ];

    [Fact]
    public async Task Every_cell_holds_the_newest_score_after_faults_of_all_kinds_and_five_kills()
    {
        var (folder, postgres) = (houses.Folder(), await houses.MigratedAsync(Database.Postgres));
        await using var lasting = await ServiceProcess.StartAsync(folder, postgres, Settings);
        await using var platform = await TestPlatform.StartAsync(lasting.Http.BaseAddress!.ToString());
        using var administrator = lasting.Http.With(Houses.AdministratorToken);
        await platform.RegisterAsync(administrator);
        await using var room = await LmsRoom.OpenAsync(platform);
        var faults = new Faults(platform);
        var pupils = new Pupil[Students];
        await EachAsync(Students, async i =>
        {
            pupils[i] = await room.StudentAsync($"student-{i}");
            await room.SubmitAsync(pupils[i], i % 3);
        });

        // Half of them do better while one copy after another dies.
        var better = EachAsync(Students / 2, i => room.SubmitAsync(pupils[i], 3 + (i % 3)));
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var dying = await ServiceProcess.StartAsync(folder, postgres, Settings);
            var before = platform.Grades.Taken.Count;
            faults.IsAway = kill == 2;
            await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
            Assert.True(faults.IsAway || platform.Grades.Taken.Count >= before);
            await dying.KillAsync();
        }

        faults.IsAway = false;
        await better;
        double Newest(int i) => (i < Students / 2 ? 3 + (i % 3) : i % 3) / 5.0;
        await LmsRoom.UntilAsync(
            () => Enumerable.Range(0, Students).All(i => room.Cell(pupils[i]) is { Score: { } score } && Math.Abs(score - Newest(i)) < 1e-9), "the newest score of everybody", seconds: 90);

        foreach (var cell in platform.Grades.Taken.GroupBy(taken => taken.User))
        {
            var scores = cell.OrderBy(taken => taken.Stamp).Select(taken => taken.Score).ToList();
            Assert.Equal(scores.Order(), scores);
        }

        Assert.Empty(platform.Grades.Offences);
        Assert.InRange(platform.Grades.Taken.Count, Students, Students + (Students / 2) + faults.Lost + (Kills * AtOnce));
        await using var store = Houses.OpenStore(folder, postgres);
        await LmsRoom.UntilAsync(
            async () => await store.Deliveries.CountAsync(d => d.State == Storage.DeliveryState.Sent, TestContext.Current.CancellationToken) == Students, "that every row says sent", seconds: 30);
        var log = await store.DeliveryAttempts.AsNoTracking().OrderBy(a => a.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(log.GroupBy(line => line.DeliveryId), story => Assert.Equal("sent", story.Last().Outcome));
        Assert.Equal(Students, log.Select(line => line.DeliveryId).Distinct().Count());
        Assert.All([429, 500, 503], status => Assert.Contains(log, line => line.Status == status && line.Outcome == "again"));
        Assert.Contains(log, line => line.Status is null && line.Problem!.Contains("did not answer", StringComparison.Ordinal));
        foreach (var pupil in pupils)
        {
            pupil.Dispose();
        }
    }

    private static Task EachAsync(int count, Func<int, Task> work) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => await work(i));

    /// <summary>One request in three fails, others are too many, hang, or are answered wrongly after they were carried out.</summary>
    private sealed class Faults
    {
        private int asked;
        private int lost;

        public Faults(TestPlatform platform)
        {
            platform.Grades.Fault = BeforeAsync;
            platform.Grades.LateFault = AfterAsync;
        }

        public bool IsAway { get; set; }

        /// <summary>How many answers were lost after the score was taken.</summary>
        public int Lost => lost;

        private async Task<IResult?> BeforeAsync(HttpContext http)
        {
            var number = Interlocked.Increment(ref asked);
            if (IsAway)
            {
                return TypedResults.StatusCode(503);
            }

            if (number % 50 < 5)
            {
                http.Response.Headers.RetryAfter = "1";
                return TypedResults.StatusCode(429);
            }

            if (number % 61 == 17)
            {
                await Task.Delay(TimeSpan.FromSeconds(3));
                return TypedResults.StatusCode(504);
            }

            return number % 3 == 0 ? TypedResults.Content("<html><body>Something broke</body></html>", "text/html", statusCode: number % 2 == 0 ? 500 : 503) : null;
        }

        private Task<IResult?> AfterAsync(HttpContext http)
        {
            if (asked % 11 != 4)
            {
                return Task.FromResult<IResult?>(null);
            }

            Interlocked.Increment(ref lost);
            return Task.FromResult<IResult?>(TypedResults.StatusCode(502));
        }
    }
}
