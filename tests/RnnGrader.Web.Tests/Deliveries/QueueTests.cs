using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Deliveries;

/// <summary>Who has a delivery, what comes of what is wanted meanwhile, and when it is given up.</summary>
/// <remarks>On a clock of their own: what is to be held is held before it is due, however busy the machine is, and that nothing happens is said by the job and not by waiting.</remarks>
public sealed class QueueTests(Houses houses, ClockedTool tool) : IClassFixture<ClockedTool>
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    [Theory, OnEveryDatabase]
    public async Task A_score_that_is_wanted_while_another_is_on_its_way_is_sent_after_it(Database database)
    {
        await using var room = await LmsRoom.OpenAsync(houses, database);
        var (reached, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        room.Platform.Grades.Fault = async _ =>
        {
            reached.TrySetResult();
            await go.Task;
            return null;
        };
        using var student = await room.StudentAsync();
        await room.SubmitAsync(student, right: 1);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);
        await room.SubmitAsync(student);
        go.SetResult();
        await LmsRoom.UntilAsync(() => room.Cell(student)?.Score == 1, "the newest score");
        Assert.Equal([0.2, 1], room.Platform.Grades.Taken.Select(taken => taken.Score));
    }

    /// <summary>Whoever holds it may be another copy of the service, which is about to send it.</summary>
    [Fact]
    public async Task What_another_holds_is_not_taken_until_its_time_is_up()
    {
        await using var room = await OpenAsync();
        using var student = await IdleAsync(room);
        await using var store = tool.Store();
        var (mine, holder) = (Mine(store, room), Guid.NewGuid());
        await HoldAsync(mine, holder, tool.Now.AddHours(1));
        await room.SubmitAsync(student);
        await tool.LookedAsync();
        Assert.Empty(room.Platform.Grades.Arrived);
        Assert.Equal(holder, await mine.Select(d => d.Lease).SingleAsync(TestContext.Current.CancellationToken));
        await HoldAsync(mine, holder, tool.Now.AddSeconds(-1));
        await LmsRoom.UntilAsync(() => room.Cell(student)?.Score == 1, "the score");
    }

    /// <summary>Two copies find it due at the same moment: the one that is a little later finds it taken.</summary>
    [Trait("needs", "postgres")]
    [Fact]
    public async Task What_was_taken_between_finding_and_taking_is_not_taken_again()
    {
        await using var room = await OpenAsync();
        using var student = await IdleAsync(room);
        await using var store = tool.Store();
        var (mine, holder, soon) = (Mine(store, room), Guid.NewGuid(), tool.Now + Ahead);
        await mine.ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, soon), TestContext.Current.CancellationToken);
        await using (var other = await store.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await HoldAsync(mine, holder, tool.Now.AddHours(1));
            tool.Pass(room.Platform, Ahead);
            await LmsRoom.UntilAsync(() => Locks.AreWaitedForAsync(tool.Store(), "deliveries"), "that it is about to be taken");
            await other.CommitAsync(TestContext.Current.CancellationToken);
        }

        await tool.LookedAsync();
        Assert.Equal(holder, await mine.Select(d => d.Lease).SingleAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A submission changes all rows of its student: were several taken at once, each might hold what the other waits for, and the store would end one of the two.</summary>
    [Trait("needs", "postgres")]
    [Fact]
    public async Task Who_changes_some_of_what_is_due_may_change_the_rest_while_it_is_taken()
    {
        await using var room = await OpenAsync();
        using var student = await IdleAsync(room);
        using (await Pupil.LaunchAsync(room.Platform, room.Launch(student.User) with { Link = "link-2" }))
        {
        }

        await using var store = tool.Store();
        var mine = Mine(store, room);
        var ids = await mine.Select(d => d.Id).ToListAsync(TestContext.Current.CancellationToken);
        foreach (var (first, second) in new[] { (ids[0], ids[1]), (ids[1], ids[0]) })
        {
            await LmsRoom.UntilAsync(() => mine.AllAsync(d => d.DueAt == null, TestContext.Current.CancellationToken), "that nothing is due");
            var soon = tool.Now + Ahead;
            await mine.ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, soon), TestContext.Current.CancellationToken);
            await using var changing = await store.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await mine.Where(d => d.Id == first).ExecuteUpdateAsync(set => set.SetProperty(d => d.Tries, 0), TestContext.Current.CancellationToken);
            tool.Pass(room.Platform, Ahead);
            await LmsRoom.UntilAsync(() => Locks.AreWaitedForAsync(tool.Store(), "deliveries"), "that they are being taken");
            await store.Database.ExecuteSqlRawAsync("SET LOCAL deadlock_timeout = '10ms'", TestContext.Current.CancellationToken); // whoever waits so long in vain is ended: this one
            await mine.Where(d => d.Id == second).ExecuteUpdateAsync(set => set.SetProperty(d => d.Tries, 0), TestContext.Current.CancellationToken);
            await changing.CommitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task What_is_due_later_is_not_taken_now()
    {
        await using var room = await OpenAsync();
        using var student = await IdleAsync(room);
        await using var store = tool.Store();
        await Mine(store, room).ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, tool.Now.AddHours(1)), TestContext.Current.CancellationToken);
        await tool.LookedAsync();
        Assert.NotNull((await room.DeliveryAsync(student))["nextAt"]);
        await Mine(store, room).ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, tool.Now), TestContext.Current.CancellationToken);
        await LmsRoom.UntilAsync(async () => (await room.DeliveryAsync(student))["nextAt"] is null, "that it is taken");
    }

    [Fact]
    public async Task What_never_arrived_in_a_week_of_tries_is_given_up_and_told()
    {
        await using var room = await OpenAsync();
        room.Platform.Grades.Fault = _ => Task.FromResult<IResult?>(TypedResults.StatusCode(503));
        using var student = await IdleAsync(room);
        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(async () => (int)(await room.DeliveryAsync(student))["tries"]! > 0, "a try in vain");
        Assert.Equal("waiting", (string)(await room.DeliveryAsync(student))["state"]!);
        await using var store = tool.Store();
        tool.Pass(room.Platform, TimeSpan.FromSeconds(2)); // no two stamps are within a second
        await Mine(store, room).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.CreatedAt, tool.Now.AddDays(-8)).SetProperty(d => d.Tries, 30).SetProperty(d => d.DueAt, tool.Now), TestContext.Current.CancellationToken);
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(student))["state"]! == "refused", "that it is given up");
        Assert.Contains("503", (string)(await room.DeliveryAsync(student))["problem"]!, StringComparison.Ordinal);
    }

    private async Task<LmsRoom> OpenAsync() => await LmsRoom.OpenAsync(await tool.PlatformAsync());

    private static async Task<Pupil> IdleAsync(LmsRoom room)
    {
        var student = await room.StudentAsync();
        await LmsRoom.UntilAsync(async () => (await room.DeliveryAsync(student))["nextAt"] is null, "that nothing is due");
        return student;
    }

    private static IQueryable<Delivery> Mine(StoreContext store, LmsRoom room)
    {
        var course = Guid.ParseExact(room.Course, "N");
        return store.Deliveries.Where(d => d.CourseId == course);
    }

    private static Task<int> HoldAsync(IQueryable<Delivery> deliveries, Guid holder, DateTime until) =>
        deliveries.ExecuteUpdateAsync(set => set.SetProperty(d => d.Lease, holder).SetProperty(d => d.LeasedUntil, until), TestContext.Current.CancellationToken);
}
