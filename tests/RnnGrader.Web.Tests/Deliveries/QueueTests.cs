using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Deliveries;

/// <summary>Who has a delivery, what comes of what is wanted meanwhile, and when it is given up.</summary>
public sealed class QueueTests(Houses houses)
{
    private static readonly TimeSpan Polls = TimeSpan.FromSeconds(2.5);

    // Time enough to hold a row before it is due, on a busy machine.
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(5);

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
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var student = await IdleAsync(room);
        await using var store = houses.Store(Database.Postgres);
        var (mine, holder) = (Mine(store, room), Guid.NewGuid());
        await HoldAsync(mine, holder, DateTime.UtcNow.AddHours(1));
        await room.SubmitAsync(student);
        await Task.Delay(Polls, TestContext.Current.CancellationToken);
        Assert.Empty(room.Platform.Grades.Arrived);
        Assert.Equal(holder, await mine.Select(d => d.Lease).SingleAsync(TestContext.Current.CancellationToken));
        await HoldAsync(mine, holder, DateTime.UtcNow.AddSeconds(-1));
        await LmsRoom.UntilAsync(() => room.Cell(student)?.Score == 1, "the score");
    }

    /// <summary>Two copies find it due at the same moment: the one that is a little later finds it taken.</summary>
    [Fact]
    public async Task What_was_taken_between_finding_and_taking_is_not_taken_again()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var student = await IdleAsync(room);
        await using var store = houses.Store(Database.Postgres);
        var (mine, holder, soon) = (Mine(store, room), Guid.NewGuid(), DateTime.UtcNow + Ahead);
        await mine.ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, soon), TestContext.Current.CancellationToken);
        await using (var other = await store.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await HoldAsync(mine, holder, DateTime.UtcNow.AddHours(1));
            await LmsRoom.UntilAsync(() => Locks.AreWaitedForAsync(houses.Store(Database.Postgres), "deliveries"), "that it is about to be taken");
            await other.CommitAsync(TestContext.Current.CancellationToken);
        }

        await Task.Delay(Polls, TestContext.Current.CancellationToken);
        Assert.Equal(holder, await mine.Select(d => d.Lease).SingleAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A submission changes all rows of its student: were several taken at once, each might hold what the other waits for, and the store would end one of the two.</summary>
    [Fact]
    public async Task Who_changes_some_of_what_is_due_may_change_the_rest_while_it_is_taken()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var student = await IdleAsync(room);
        using (await Pupil.LaunchAsync(room.Platform, room.Launch(student.User) with { Link = "link-2" }))
        {
        }

        await using var store = houses.Store(Database.Postgres);
        var mine = Mine(store, room);
        var ids = await mine.Select(d => d.Id).ToListAsync(TestContext.Current.CancellationToken);
        foreach (var (first, second) in new[] { (ids[0], ids[1]), (ids[1], ids[0]) })
        {
            await LmsRoom.UntilAsync(() => mine.AllAsync(d => d.DueAt == null, TestContext.Current.CancellationToken), "that nothing is due");
            var soon = DateTime.UtcNow + Ahead;
            await mine.ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, soon), TestContext.Current.CancellationToken);
            await using var changing = await store.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await mine.Where(d => d.Id == first).ExecuteUpdateAsync(set => set.SetProperty(d => d.Tries, 0), TestContext.Current.CancellationToken);
            await LmsRoom.UntilAsync(() => Locks.AreWaitedForAsync(houses.Store(Database.Postgres), "deliveries"), "that they are being taken");
            await Task.Delay(1500, TestContext.Current.CancellationToken); // after a second of waiting Postgres looks whether it is in vain
            await mine.Where(d => d.Id == second).ExecuteUpdateAsync(set => set.SetProperty(d => d.Tries, 0), TestContext.Current.CancellationToken);
            await changing.CommitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task What_is_due_later_is_not_taken_now()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Sqlite);
        using var student = await IdleAsync(room);
        await using var store = houses.Store(Database.Sqlite);
        await Mine(store, room).ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, DateTime.UtcNow.AddHours(1)), TestContext.Current.CancellationToken);
        await Task.Delay(Polls, TestContext.Current.CancellationToken);
        Assert.NotNull((await room.DeliveryAsync(student))["nextAt"]);
        await Mine(store, room).ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, DateTime.UtcNow), TestContext.Current.CancellationToken);
        await LmsRoom.UntilAsync(async () => (await room.DeliveryAsync(student))["nextAt"] is null, "that it is taken");
    }

    [Fact]
    public async Task What_never_arrived_in_a_week_of_tries_is_given_up_and_told()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        room.Platform.Grades.Fault = _ => Task.FromResult<IResult?>(TypedResults.StatusCode(503));
        using var student = await IdleAsync(room);
        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(async () => (int)(await room.DeliveryAsync(student))["tries"]! > 0, "a try in vain");
        Assert.Equal("waiting", (string)(await room.DeliveryAsync(student))["state"]!);
        await using var store = houses.Store(Database.Postgres);
        await Mine(store, room).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.CreatedAt, DateTime.UtcNow.AddDays(-8)).SetProperty(d => d.Tries, 30).SetProperty(d => d.DueAt, DateTime.UtcNow), TestContext.Current.CancellationToken);
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(student))["state"]! == "refused", "that it is given up");
        Assert.Contains("503", (string)(await room.DeliveryAsync(student))["problem"]!, StringComparison.Ordinal);
    }

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
