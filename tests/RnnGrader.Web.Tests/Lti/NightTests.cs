using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>What is done about platforms while nobody looks.</summary>
public sealed class NightTests(ClockedTool tool) : IClassFixture<ClockedTool>
{
    private static readonly TimeSpan Job = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_roster_is_read_in_the_night_and_not_before()
    {
        await using var platform = await tool.PlatformAsync();
        platform.Roster.Members.Add(new() { ["user_id"] = "eve", ["roles"] = new JsonArray("Learner") });
        tool.Pass(platform, tool.Now.Date.AddDays(1).AddHours(12) - tool.Now); // far from any night
        using var browser = new TestBrowser();
        using var landed = await browser.LaunchAsync(platform, new Launch { Roles = Launch.Instructor });
        await JobRunsAsync(platform);
        Assert.Equal(0, platform.Roster.Asked);
        await using var store = tool.Store();
        var due = (await store.LtiContexts.SingleAsync(c => c.MembersUrl!.StartsWith(platform.Issuer), TestContext.Current.CancellationToken)).RosterDueAt!.Value;
        Assert.InRange(due.TimeOfDay, TimeSpan.FromHours(2), TimeSpan.FromHours(5));
        tool.Pass(platform, due - tool.Now + Job);
        await LmsRoom.UntilAsync(
            () =>
            {
                // The job may have begun its pause only now.
                tool.Pass(platform, TimeSpan.FromSeconds(20));
                return store.LtiUsers.AnyAsync(u => u.Subject == "eve", TestContext.Current.CancellationToken);
            },
            "that the roster is read");
        await JobRunsAsync(platform);
        Assert.Equal(1, platform.Roster.Asked);
    }

    [Trait("needs", "postgres")]
    [Fact]
    public async Task A_roster_that_another_copy_has_taken_meanwhile_is_not_read_again()
    {
        await using var platform = await tool.PlatformAsync();
        using var browser = new TestBrowser();
        using var landed = await browser.LaunchAsync(platform, new Launch { Roles = Launch.Instructor });
        await using var store = tool.Store();
        var contexts = store.LtiContexts.Where(c => c.MembersUrl!.StartsWith(platform.Issuer));
        await contexts.ExecuteUpdateAsync(set => set.SetProperty(c => c.RosterDueAt, tool.Now.AddSeconds(1)), TestContext.Current.CancellationToken);
        await using (var other = await store.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await contexts.ExecuteUpdateAsync(set => set.SetProperty(c => c.RosterDueAt, tool.Now.AddDays(1)), TestContext.Current.CancellationToken);
            await LmsRoom.UntilAsync(
                () =>
                {
                    tool.Pass(platform, TimeSpan.FromSeconds(1));
                    return Locks.AreWaitedForAsync(tool.Store(), "lti_contexts");
                },
                "that the job wants it");
            await other.CommitAsync(TestContext.Current.CancellationToken);
        }

        await JobRunsAsync(platform);
        Assert.Equal(0, platform.Roster.Asked);
    }

    [Fact]
    public async Task The_logs_of_launches_and_of_deliveries_are_kept_for_90_days()
    {
        await using var platform = await tool.PlatformAsync();
        await using var room = await LmsRoom.OpenAsync(platform);
        using var student = await room.StudentAsync();
        var delivery = Guid.ParseExact((string)(await room.DeliveryAsync(student))["id"]!, "N");
        await using var store = tool.Store();
        foreach (var age in new[] { 89, 91 })
        {
            var at = tool.Now.AddDays(-age);
            store.Add(new LtiLaunch { Id = Guid.CreateVersion7(), At = at, RegistrationId = null, Outcome = $"{age}", Detail = null, Skew = null, Claims = null });
            store.Add(new DeliveryAttempt { Id = Guid.CreateVersion7(), DeliveryId = delivery, At = at, Score = null, Status = null, Outcome = $"{age}", Problem = null });
        }

        await JobRunsAsync(platform, store);
        Assert.Equal(["89"], await store.LtiLaunches.Where(l => l.Outcome == "89" || l.Outcome == "91").Select(l => l.Outcome).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["89"], await store.DeliveryAttempts.Select(a => a.Outcome).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_key_that_signs_no_more_is_published_until_it_is_out_of_every_cache()
    {
        await using var platform = await tool.PlatformAsync();
        await tool.Administrator.GetStringAsync("/lti/jwks", TestContext.Current.CancellationToken);
        await using var store = tool.Store();
        tool.Pass(platform, TimeSpan.FromSeconds(1)); // the first may have been made at this very moment
        var (old, id) = (await store.LtiKeys.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken), Guid.NewGuid().ToString("N"));
        store.Add(new LtiKey { Id = id, PublicKey = old.PublicKey.Replace(old.Id, id, StringComparison.Ordinal), PrivateKey = old.PrivateKey, CreatedAt = tool.Now, SignsFrom = tool.Now });
        await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        foreach (var (time, isThere) in new[] { (TimeSpan.FromDays(2) - Job, true), (Job, false) })
        {
            tool.Pass(platform, time);
            var published = await tool.Administrator.GetStringAsync("/lti/jwks", TestContext.Current.CancellationToken);
            Assert.Equal((isThere, true), (published.Contains(old.Id, StringComparison.Ordinal), published.Contains(id, StringComparison.Ordinal)));
        }
    }

    /// <summary>The job looks at rosters first and forgets what is old then: once something old is gone it has looked.</summary>
    private async Task JobRunsAsync(TestPlatform platform, StoreContext? saving = null)
    {
        await using var own = tool.Store();
        var (store, old) = (saving ?? own, Guid.NewGuid().ToString("N"));
        store.Add(new LtiNonce { Nonce = old, ExpiresAt = DateTime.UnixEpoch });
        await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        await LmsRoom.UntilAsync(
            async () =>
            {
                tool.Pass(platform, TimeSpan.FromSeconds(20));
                return !await store.LtiNonces.AnyAsync(n => n.Nonce == old, TestContext.Current.CancellationToken);
            },
            "that the job has run");
    }
}
