using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;
using RnnGrader.Web.Tests.Webhooks;

namespace RnnGrader.Web.Tests.Lti.Storm;

/// <summary>Two copies of the service over one Postgres that send what is due.</summary>
[Trait("slow", "yes")]
[Trait("stage", "storm")]
public sealed class TwoCopyTests(Houses houses)
{
    private const int Students = 20;
    private const int AtOnceToOne = 3;

    private static readonly (string, string)[] Settings =
    [
        ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken), ("Outbound__AllowPrivateNetworks", "true"), ("Outbound__RequestSeconds", "30"), ("Deliveries__AtOnceToOne", $"{AtOnceToOne}"),
        ("Deliveries__LeaseSeconds", "25"), ("Deliveries__PollSeconds", "0.1"), ("Deliveries__SettlingSeconds", "0.2"),
    ];

    [Fact]
    public async Task Each_score_and_each_event_is_sent_by_one_of_them_also_when_one_is_killed_with_what_it_holds()
    {
        var (folder, postgres) = (houses.Folder(), await houses.MigratedAsync(Database.Postgres));
        await using var dying = await ServiceProcess.StartAsync(folder, postgres, Settings);
        await using var lasting = await ServiceProcess.StartAsync(folder, postgres, Settings);
        await using var platform = await TestPlatform.StartAsync(lasting.Http.BaseAddress!.ToString());
        await using var receiver = await Receiver.StartAsync();
        using var administrator = lasting.Http.With(Houses.AdministratorToken);
        await platform.RegisterAsync(administrator);
        var room = await LmsRoom.OpenAsync(platform);
        await room.Instructor.PostAsync($"/courses/{room.Course}/webhooks", new JsonObject { ["url"] = receiver.Url, ["secret"] = Receiver.Secret }.ToJsonString());
        var gate = new Gate(platform);

        // Work is taken in by both, and each score and event goes out once.
        var pupils = await Task.WhenAll(Enumerable.Range(0, Students).Select(_ => room.StudentAsync()));
        var submissions = await Task.WhenAll(pupils.Select((pupil, i) => room.SubmitAsync(pupil, at: (i % 2 == 0 ? dying : lasting).Http.BaseAddress!.GetLeftPart(UriPartial.Authority))));
        await LmsRoom.UntilAsync(() => platform.Grades.Cells.Count == Students && receiver.Events.Count >= 2 * Students, "everybody's score and events");
        Assert.Equal((Students, Students), (platform.Grades.Arrived.Count, platform.Grades.Taken.Count));

        await using var store = Houses.OpenStore(folder, postgres);
        Task<int> SentAsync() => store.Deliveries.CountAsync(d => d.State == DeliveryState.Sent, TestContext.Current.CancellationToken);
        await LmsRoom.UntilAsync(async () => await SentAsync() == 3 * Students, "that all are said to be sent");

        // All are wanted again, and the platform hangs: each copy holds as many as may be under way to one place.
        gate.Close();
        await room.Instructor.PostAsync($"/courses/{room.Course}/deliveries/again", "{}");
        await LmsRoom.UntilAsync(() => gate.Held == 2 * AtOnceToOne, "that both hold some");

        // What hangs there holds up nobody else.
        await room.Instructor.PostAsync($"/submissions/{submissions[0]["id"]}/override", """{"score": 0.5, "reason": "not alone"}""");
        await LmsRoom.UntilAsync(() => receiver.Events.Any(e => (string)e["event"]! == "grade.changed"), "an event while the platform hangs");
        await LmsRoom.UntilAsync(async () => await SentAsync() == (2 * Students) + 1, "that it is said to be sent");

        await dying.KillAsync();
        await LmsRoom.UntilAsync(() => gate.Held <= AtOnceToOne, "that the dead copy's requests are gone");
        gate.Open();
        await LmsRoom.UntilAsync(
            async () => (await room.Instructor.GetAsync($"/courses/{room.Course}/deliveries?state=waiting"))["items"]!.AsArray().Count == 0 && platform.Grades.Taken.Count >= 2 * Students, "everybody's score again", seconds: 90);
        Assert.Equal(0.5, room.Cell(pupils[0])!.Score);

        // What came twice was given up and tried again, which the log says, or was held by the dead copy, or is the changed score of the one whose old one was on its way.
        var again = await store.DeliveryAttempts.CountAsync(a => a.Outcome == "again", TestContext.Current.CancellationToken);
        Assert.InRange(platform.Grades.Taken.Count, 2 * Students, (2 * Students) + 1 + again);
        Assert.InRange(platform.Grades.Arrived.Count, platform.Grades.Taken.Count + AtOnceToOne, platform.Grades.Taken.Count + AtOnceToOne + again);
        Assert.Equal(2 * AtOnceToOne, gate.Most);
        Assert.Equal((2 * Students) + 1, receiver.Events.Select(e => (string)e["id"]!).Distinct().Count());
        Assert.InRange(receiver.Events.Count, (2 * Students) + 1, (2 * Students) + 1 + again);
        Assert.Empty(receiver.Offences);
        Assert.Empty(platform.Grades.Offences);
        Array.ForEach(pupils, pupil => pupil.Dispose());
        await room.DisposeAsync();
    }

    [Fact]
    public async Task A_platform_that_asks_to_be_left_alone_gets_nothing_for_so_long()
    {
        await using var service = await ServiceProcess.StartAsync(houses.Folder(), null, [.. Settings, ("Deliveries__AtOnceToOne", "1")]);
        await using var platform = await TestPlatform.StartAsync(service.Http.BaseAddress!.ToString());
        using var administrator = service.Http.With(Houses.AdministratorToken);
        await platform.RegisterAsync(administrator);
        await using var room = await LmsRoom.OpenAsync(platform);
        var times = new System.Collections.Concurrent.ConcurrentQueue<long>();
        platform.Grades.Fault = http =>
        {
            times.Enqueue(Environment.TickCount64);
            http.Response.Headers.RetryAfter = "3";
            return Task.FromResult<IResult?>(times.Count == 1 ? TypedResults.StatusCode(429) : null);
        };
        var pupils = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => room.StudentAsync()));
        await Task.WhenAll(pupils.Select(pupil => room.SubmitAsync(pupil)));
        await LmsRoom.UntilAsync(() => platform.Grades.Cells.Count == 3, "three scores", seconds: 90);
        Assert.Equal(4, times.Count);
        Assert.True(times.ElementAt(1) - times.First() >= 2900, "It was asked again too early.");
        Array.ForEach(pupils, pupil => pupil.Dispose());
    }
}
