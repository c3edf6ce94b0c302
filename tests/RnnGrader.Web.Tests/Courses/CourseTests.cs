using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Courses;

public sealed class CourseTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task Whoever_makes_a_course_is_its_instructor(Database database)
    {
        var ada = await houses.PersonAsync(database, "Ada");
        var course = await ada.Http.GetJsonAsync($"/api/v1/courses/{await ada.Http.CourseAsync("Memory")}");
        Assert.Equal(("Memory", "Autumn 2026", "instructor"), ((string)course["title"]!, (string)course["term"]!, (string)course["role"]!));
        Assert.Empty(course["groups"]!.AsArray());
    }

    [Theory, OnEveryDatabase]
    public async Task The_administrator_of_the_setting_belongs_to_no_course_and_sees_all(Database database)
    {
        var http = houses.AsAdministrator(database);
        var id = await http.CourseAsync();
        Assert.Null((await http.GetJsonAsync($"/api/v1/courses/{id}"))["role"]);
        Assert.Empty((await http.GetJsonAsync($"/api/v1/courses/{id}/members"))["items"]!.AsArray());
    }

    [Theory, OnEveryDatabase]
    public async Task Courses_are_listed_page_by_page_the_newest_first(Database database)
    {
        var (ada, made, seen) = (await houses.PersonAsync(database, "Ada"), new List<string>(), new List<string>());
        await (await houses.PersonAsync(database, "Ben")).Http.CourseAsync();
        for (var number = 0; number < 5; number++)
        {
            made.Insert(0, await ada.Http.CourseAsync($"Course {number}"));
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }

        JsonNode page;
        for (var query = "?limit=2"; ; query = $"?limit=2&cursor={page["next"]}")
        {
            page = await ada.Http.GetJsonAsync($"/api/v1/courses{query}");
            seen.AddRange(page["items"]!.AsArray().Select(course => (string)course!["id"]!));
            if (page["next"] is null)
            {
                break;
            }
        }

        Assert.Equal(made, seen);
    }

    [Theory, OnEveryDatabase]
    public async Task A_change_touches_what_it_names_alone(Database database)
    {
        var ada = await houses.PersonAsync(database, "Ada");
        var path = $"/api/v1/courses/{await ada.Http.CourseAsync("Memory")}";
        var archived = (await ada.Http.AskAsync("PATCH", path, """{"archived": true}""", HttpStatusCode.OK))!;
        Assert.NotNull(archived["archivedAt"]);
        var named = (await ada.Http.AskAsync("PATCH", path, """{"title": "Gates", "archived": false}""", HttpStatusCode.OK))!;
        Assert.Equal(("Gates", "Autumn 2026"), ((string)named["title"]!, (string)named["term"]!));
        Assert.Null(named["archivedAt"]);
        var problem = (await ada.Http.AskAsync("PATCH", path, """{"term": ""}""", HttpStatusCode.UnprocessableEntity))!;
        Assert.NotNull(problem["errors"]!["term"]);
        await ada.Http.AskAsync("PATCH", path, """{"name": "Gates"}""", HttpStatusCode.UnprocessableEntity);
        await ada.Http.AskAsync("PATCH", path, """{"archived": null}""", HttpStatusCode.UnprocessableEntity);
    }

    [Theory, OnEveryDatabase]
    public async Task A_course_without_work_is_deleted_with_all_that_is_in_it(Database database)
    {
        var (ada, ben) = (await houses.PersonAsync(database, "Ada"), await houses.PersonAsync(database, "Ben"));
        var id = await ada.Http.CourseAsync();
        await ada.Http.EnrolAsync(id, ben, group: "A");
        await ada.Http.AskAsync("DELETE", $"/api/v1/courses/{id}", null, HttpStatusCode.NoContent);
        await ada.Http.GetJsonAsync($"/api/v1/courses/{id}", HttpStatusCode.NotFound);
        Assert.Empty((await ben.Http.GetJsonAsync("/api/v1/me"))["courses"]!.AsArray());
    }

    [Theory, OnEveryDatabase]
    public async Task A_course_with_work_is_archived_in_place_of_deleted(Database database)
    {
        var ada = await houses.PersonAsync(database, "Ada");
        var id = await ada.Http.CourseAsync();
        var practice = Guid.ParseExact((string)(await ada.Http.DrawAsync())["id"]!, "N");
        await using (var store = houses.Store(database))
        {
            store.Add(new Submission { Id = Guid.CreateVersion7(), InstanceId = practice, Answers = "{}", ReceivedAt = DateTime.UtcNow, CourseId = Guid.ParseExact(id, "N") });
            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var archived = (await ada.Http.AskAsync("DELETE", $"/api/v1/courses/{id}", null, HttpStatusCode.OK))!;
        Assert.NotNull(archived["archivedAt"]);
        Assert.NotNull((await ada.Http.GetJsonAsync($"/api/v1/courses/{id}"))["archivedAt"]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_group_gets_a_goal_and_loses_it(Database database)
    {
        var ada = await houses.PersonAsync(database, "Ada");
        var id = await ada.Http.CourseAsync();
        await ada.Http.AskAsync("PUT", $"/api/v1/courses/{id}/groups/M%C3%BCnchen%20B", """{"goal": 18}""", HttpStatusCode.OK);
        await ada.Http.AskAsync("PUT", $"/api/v1/courses/{id}/groups/A", """{"goal": 16}""", HttpStatusCode.OK);
        await ada.Http.AskAsync("PUT", $"/api/v1/courses/{id}/groups/A", """{"goal": 16}""", HttpStatusCode.OK);
        Assert.Equal("""[{"name":"A","goal":16},{"name":"M\u00FCnchen B","goal":18}]""", (await ada.Http.GetJsonAsync($"/api/v1/courses/{id}"))["groups"]!.ToJsonString());
        await ada.Http.AskAsync("PUT", $"/api/v1/courses/{id}/groups/A", """{"goal": null}""", HttpStatusCode.OK);
        Assert.Null((await ada.Http.GetJsonAsync($"/api/v1/courses/{id}"))["groups"]![0]!["goal"]);
    }

    [Theory, InlineData("A", """{"goal": -1}"""), InlineData("A", """{"goal": "16"}"""), InlineData("A", """{"goal": 1.5}"""), InlineData("%20", """{"goal": 1}"""), InlineData("%0A", """{"goal": 1}""")]
    public async Task What_is_no_goal_or_group_is_refused(string name, string body)
    {
        var ada = await houses.PersonAsync(Database.Postgres, "Ada");
        await ada.Http.AskAsync("PUT", $"/api/v1/courses/{await ada.Http.CourseAsync()}/groups/{name}", body, HttpStatusCode.UnprocessableEntity);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_does_not_belong_to_a_course_does_not_see_that_it_is_there(Database database)
    {
        var (ada, eve, ben) = (await houses.PersonAsync(database, "Ada"), await houses.PersonAsync(database, "Eve"), await houses.PersonAsync(database, "Ben"));
        var id = await ada.Http.CourseAsync();
        await ada.Http.EnrolAsync(id, ben);
        foreach (var (method, path) in new[] { ("GET", ""), ("PATCH", ""), ("DELETE", ""), ("GET", "/members"), ("GET", "/audit") })
        {
            await eve.Http.AskAsync(method, $"/api/v1/courses/{id}{path}", method == "PATCH" ? "{}" : null, HttpStatusCode.NotFound);
        }

        await ben.Http.GetJsonAsync($"/api/v1/courses/{id}");
        await ben.Http.GetJsonAsync($"/api/v1/courses/{id}/members", HttpStatusCode.Forbidden);
        await ben.Http.AskAsync("PATCH", $"/api/v1/courses/{id}", """{"title": "Mine"}""", HttpStatusCode.Forbidden);
    }
}
