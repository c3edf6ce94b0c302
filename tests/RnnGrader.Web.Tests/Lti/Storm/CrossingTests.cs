using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti.Storm;

/// <summary>A student's work that is wanted in many places at once, while it is being sent there.</summary>
public sealed class CrossingTests(Houses houses)
{
    private const int Links = 8;
    private const int Students = 6;
    private const int Rounds = 12;

    /// <summary>Submissions lock all rows of their student, and the queue takes rows of many: neither may wait for what the other holds, or the store ends one of them.</summary>
    [Fact]
    public async Task Work_that_comes_in_and_scores_that_go_out_do_not_lock_each_other_out()
    {
        await using var service = await ServiceProcess.StartAsync(
            houses.Folder(), await houses.MigratedAsync(Database.Postgres), ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken), ("Outbound__AllowPrivateNetworks", "true"), ("Deliveries__PollSeconds", "0.01"),
            ("Deliveries__AtOnceToOne", "32"));
        await using var platform = await TestPlatform.StartAsync(service.Http.BaseAddress!.ToString());
        using var administrator = service.Http.With(Houses.AdministratorToken);
        await platform.RegisterAsync(administrator);
        await using var room = await LmsRoom.OpenAsync(platform);
        var pupils = await Task.WhenAll(Enumerable.Range(0, Students).Select(async number =>
        {
            for (var link = 0; link < Links; link++)
            {
                using var launched = await Pupil.LaunchAsync(platform, room.Launch($"user-{number}") with { Link = $"link-{link}" });
            }

            return await room.StudentAsync($"user-{number}");
        }));
        await Task.WhenAll(pupils.Select(async pupil =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                await room.SubmitAsync(pupil, right: 1 + (round % 5));
            }
        }));
        await LmsRoom.UntilAsync(
            async () => (await room.Instructor.GetAsync($"/courses/{room.Course}/deliveries?state=waiting"))["items"]!.AsArray().Count == 0, "the end of all", seconds: 90);
        Assert.DoesNotContain("has to wait", service.Log, StringComparison.Ordinal);
        Array.ForEach(pupils, pupil => pupil.Dispose());
    }
}
