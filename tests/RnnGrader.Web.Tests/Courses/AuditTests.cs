using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Courses;

public sealed class AuditTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task Every_change_is_recorded_with_who_what_before_and_after_the_newest_first(Database database)
    {
        var (ada, ben) = (await houses.PersonAsync(database, "Ada"), await houses.PersonAsync(database, "Ben"));
        var id = await ada.Http.CourseAsync("Memory");
        await ada.Http.EnrolAsync(id, ben, group: "A");
        await ada.Http.EnrolAsync(id, ben, "assistant");
        await ada.Http.AskAsync("PUT", $"/api/v1/courses/{id}/groups/A", """{"goal": 16}""", HttpStatusCode.OK);
        await ada.Http.AskAsync("PATCH", $"/api/v1/courses/{id}", """{"title": "Gates"}""", HttpStatusCode.OK);
        await ada.Http.AskAsync("DELETE", $"/api/v1/courses/{id}/members/{ben.Id}", null, HttpStatusCode.NoContent);
        var entries = await AllAsync(ada, id);
        Assert.Equal(["course.changed", "course.made", "group.changed", "member.added", "member.changed", "member.removed"], entries.Select(entry => (string)entry["action"]!).Order());
        Assert.All(entries, entry => Assert.Equal((ada.Id, "Ada"), ((string)entry["actor"]!, (string)entry["actorName"]!)));
        var changed = entries.Single(entry => (string)entry["action"]! == "member.changed");
        Assert.Equal(ben.Id, (string)changed["subject"]!);
        Assert.Equal(("student", "A", "assistant"), ((string)changed["before"]!["role"]!, (string)changed["before"]!["group"]!, (string)changed["after"]!["role"]!));
        Assert.Equal(entries.Select(entry => (string)entry["at"]!).OrderDescending(StringComparer.Ordinal), entries.Select(entry => (string)entry["at"]!));
        Assert.DoesNotContain("Ben", string.Concat(entries.Select(entry => entry.ToJsonString())), StringComparison.OrdinalIgnoreCase);
    }

    [Theory, OnEveryDatabase]
    public async Task What_changes_nothing_is_not_recorded(Database database)
    {
        var (ada, ben) = (await houses.PersonAsync(database, "Ada"), await houses.PersonAsync(database, "Ben"));
        var id = await ada.Http.CourseAsync("Memory");
        for (var time = 0; time < 2; time++)
        {
            await ada.Http.EnrolAsync(id, ben);
            await ada.Http.AskAsync("PATCH", $"/api/v1/courses/{id}", """{"title": "Memory"}""", HttpStatusCode.OK);
        }

        Assert.Equal(2, (await AllAsync(ada, id)).Count);
    }

    [Theory, OnEveryDatabase]
    public async Task Entries_can_neither_be_changed_nor_deleted(Database database)
    {
        var ada = await houses.PersonAsync(database, "Ada");
        var id = await ada.Http.CourseAsync();
        var course = Guid.ParseExact(id, "N");
        await using var store = houses.Store(database);
        var entries = store.Audit.Where(entry => entry.CourseId == course);
        await Assert.ThrowsAnyAsync<Exception>(() => entries.ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<Exception>(() => entries.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Action, "nothing"), TestContext.Current.CancellationToken));
        store.Remove(await entries.SingleAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<Exception>(() => store.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Equal("course.made", (string)(await AllAsync(ada, id)).Single()["action"]!);
    }

    [Theory, InlineData("POST"), InlineData("PUT"), InlineData("PATCH"), InlineData("DELETE")]
    public async Task There_is_no_way_to_write_to_it(string method)
    {
        var ada = await houses.PersonAsync(Database.Sqlite, "Ada");
        await ada.Http.AskAsync(method, $"/api/v1/courses/{await ada.Http.CourseAsync()}/audit", "{}", HttpStatusCode.MethodNotAllowed);
    }

    private static async Task<List<JsonNode>> AllAsync(Someone instructor, string course)
    {
        var (all, cursor) = (new List<JsonNode>(), (string?)null);
        do
        {
            var page = await instructor.Http.GetJsonAsync($"/api/v1/courses/{course}/audit?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            all.AddRange(page["items"]!.AsArray().Select(entry => entry!));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        return all;
    }
}
