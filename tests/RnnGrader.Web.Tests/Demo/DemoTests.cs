using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Demo;

[Trait("stage", "storm")]
public sealed class DemoTests(Houses houses)
{
    /// <summary>The command on an empty store, twice; then what it made, read over HTTP by its instructor's token. On SQLite it is made from the front page.</summary>
    [Fact]
    public async Task A_demo_course_is_made_once_with_believable_work_over_all_exercises()
    {
        var (folder, postgres) = (houses.Folder(), await houses.MigratedAsync(Database.Postgres));
        var (code, said) = await ServiceProcess.RunAsync("demo", folder, postgres);
        Assert.True(code == 0 && said.Contains("is made", StringComparison.Ordinal), said);
        var token = said.Split("token: ")[1].Split()[0];
        int submissions;
        await using (var store = Houses.OpenStore(folder, postgres))
        {
            submissions = await store.Submissions.CountAsync(TestContext.Current.CancellationToken);
            Assert.Empty(await store.Submissions.Where(s => s.ReceivedAt > DateTime.UtcNow).ToListAsync(TestContext.Current.CancellationToken));
            var attempts = await store.Submissions.GroupBy(s => new { s.ItemId, s.PersonId }).Select(own => new { First = own.Min(s => s.Attempt), Last = own.Max(s => s.Attempt), All = own.Count() }).ToListAsync(TestContext.Current.CancellationToken);
            Assert.All(attempts, own => Assert.Equal((1, own.All), (own.First!.Value, own.Last!.Value)));
            Assert.Contains(attempts, own => own.All > 2);
        }

        (code, said) = await ServiceProcess.RunAsync("demo", folder, postgres);
        Assert.True(code == 0 && said.Contains("is there", StringComparison.Ordinal), said);
        await using (var store = Houses.OpenStore(folder, postgres))
        {
            Assert.Equal(submissions, await store.Submissions.CountAsync(TestContext.Current.CancellationToken));
        }

        await using var service = await ServiceProcess.StartAsync(folder, postgres);
        using var http = service.Http.With(token);
        var course = (await http.ReadJsonAsync("/api/v1/courses"))["items"]![0]!;
        Assert.Equal([("Graduate", 18), ("Undergraduate", 16)], course["groups"]!.AsArray().Select(group => ((string)group!["name"]!, (int)group["goal"]!)).Order());
        var progress = (await http.ReadJsonAsync($"/api/v1/courses/{course["id"]}/progress"))["items"]!.AsArray();
        Assert.Equal(30, progress.Count);
        Assert.All(progress, row => Assert.Equal(20, (int)row!["of"]!));
        Assert.Contains(progress, row => (bool)row!["reached"]!);
        Assert.Contains(progress, row => !(bool)row!["reached"]!);
        var late = 0;
        foreach (var assignment in (await http.ReadJsonAsync($"/api/v1/courses/{course["id"]}/assignments"))["items"]!.AsArray())
        {
            var items = (await http.ReadJsonAsync($"/api/v1/assignments/{assignment!["id"]}/statistics"))["items"]!.AsArray();
            Assert.Equal(10, items.Count);
            Assert.All(items, item => Assert.InRange((int)item!["students"]!, 10, 30));
            Assert.Contains(items, item => item!["slips"]!.AsArray().Count > 1);
            Assert.Contains(items, item => (double)item!["meanFirst"]! < 0.9);
            late += (await http.ReadJsonAsync($"/api/v1/assignments/{assignment["id"]}/gradebook"))["items"]!.AsArray().Sum(row => row!["cells"]!.AsArray().Count(cell => (int)cell!["daysLate"]! > 0));
        }

        Assert.InRange(late, 1, 100);
    }
}
