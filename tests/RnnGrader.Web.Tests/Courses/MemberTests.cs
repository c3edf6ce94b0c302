using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Courses;

public sealed class MemberTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task Members_are_listed_by_name(Database database)
    {
        var (ada, id, _) = await CourseAsync(database);
        foreach (var name in new[] { "Zoe", "Eve", "Mia" })
        {
            await PostAsync(ada, id, $"{name}.{id}@example.org", name, "student", "A");
        }

        var page = await ada.Http.GetJsonAsync($"/api/v1/courses/{id}/members?limit=3");
        var rest = await ada.Http.GetJsonAsync($"/api/v1/courses/{id}/members?limit=3&cursor={page["next"]}");
        Assert.Equal(["Ada", "Ben", "Eve", "Mia", "Zoe"], page["items"]!.AsArray().Concat(rest["items"]!.AsArray()).Select(member => (string)member!["name"]!));
    }

    [Theory, OnEveryDatabase]
    public async Task Who_is_known_keeps_their_name_and_who_is_a_member_gets_the_new_role_and_group(Database database)
    {
        var (ada, id, ben) = await CourseAsync(database);
        var member = await PostAsync(ada, id, ben.Email.ToUpperInvariant(), "Somebody else", "assistant", "B");
        Assert.Equal((ben.Id, "Ben", "assistant", "B"), ((string)member["person"]!, (string)member["name"]!, (string)member["role"]!, (string)member["group"]!));
        Assert.Equal(2, (await ada.Http.GetJsonAsync($"/api/v1/courses/{id}/members"))["items"]!.AsArray().Count);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_is_removed_sees_the_course_no_more_and_comes_back_as_who_they_were(Database database)
    {
        var (ada, id, ben) = await CourseAsync(database);
        var joined = (await ada.Http.GetJsonAsync($"/api/v1/courses/{id}/members"))["items"]![1]!["joinedAt"]!.ToJsonString();
        await ada.Http.AskAsync("DELETE", $"/api/v1/courses/{id}/members/{ben.Id}", null, HttpStatusCode.NoContent);
        await ada.Http.AskAsync("DELETE", $"/api/v1/courses/{id}/members/{ben.Id}", null, HttpStatusCode.NotFound);
        await ben.Http.GetJsonAsync($"/api/v1/courses/{id}", HttpStatusCode.NotFound);
        await ada.Http.EnrolAsync(id, ben);
        await ben.Http.GetJsonAsync($"/api/v1/courses/{id}");
        Assert.Equal(joined, (await ada.Http.GetJsonAsync($"/api/v1/courses/{id}/members"))["items"]![1]!["joinedAt"]!.ToJsonString());
    }

    [Theory, OnEveryDatabase]
    public async Task The_last_instructor_stays_unless_an_administrator_says_otherwise(Database database)
    {
        var (ada, id, ben) = await CourseAsync(database);
        await ada.Http.AskAsync("DELETE", $"/api/v1/courses/{id}/members/{ada.Id}", null, HttpStatusCode.Conflict);
        await ada.Http.AskAsync("POST", $"/api/v1/courses/{id}/members", Body(ada.Email, "Ada", "student", null), HttpStatusCode.Conflict);
        Assert.Equal("instructor", (string)(await ada.Http.GetJsonAsync($"/api/v1/courses/{id}"))["role"]!);
        await ada.Http.EnrolAsync(id, ben, "instructor");
        await ada.Http.AskAsync("DELETE", $"/api/v1/courses/{id}/members/{ada.Id}", null, HttpStatusCode.NoContent);
        await houses.AsAdministrator(database).AskAsync("DELETE", $"/api/v1/courses/{id}/members/{ben.Id}", null, HttpStatusCode.NoContent);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_instructors_who_remove_each_other_at_once_leave_one(Database database)
    {
        for (var round = 0; round < 10; round++)
        {
            var (ada, id, ben) = await CourseAsync(database);
            await ada.Http.EnrolAsync(id, ben, "instructor");
            await Task.WhenAll(
                ada.Http.DeleteAsync($"/api/v1/courses/{id}/members/{ben.Id}", TestContext.Current.CancellationToken),
                ben.Http.DeleteAsync($"/api/v1/courses/{id}/members/{ada.Id}", TestContext.Current.CancellationToken));
            Assert.Single((await houses.AsAdministrator(database).GetJsonAsync($"/api/v1/courses/{id}/members"))["items"]!.AsArray());
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_new_who_is_enrolled_in_many_courses_at_once_is_one_person(Database database)
    {
        var ada = await houses.PersonAsync(database, "Ada");
        var courses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ada.Http.CourseAsync()));
        var email = $"{Guid.NewGuid():N}@example.org";
        var members = await Task.WhenAll(courses.Select(course => PostAsync(ada, course, email, "New", "student", null)));
        Assert.Single(members.Select(member => (string)member["person"]!).Distinct());
    }

    [Theory, OnEveryDatabase]
    public async Task A_repeated_request_is_carried_out_once(Database database)
    {
        var (ada, id, ben) = await CourseAsync(database);
        var (path, key) = ($"/api/v1/courses/{id}/members", Guid.NewGuid().ToString());
        using var first = await ada.Http.PostJsonAsync(path, Body(ben.Email, "Ben", "assistant", null), key);
        using var second = await ada.Http.PostJsonAsync(path, Body(ben.Email, "Ben", "assistant", null), key);
        using var other = await ada.Http.PostJsonAsync(path, Body(ben.Email, "Ben", "student", null), key);
        Assert.Equal((await first.ReadAsync(HttpStatusCode.Created)).ToJsonString(), (await second.ReadAsync(HttpStatusCode.Created)).ToJsonString());
        await other.ProblemAsync(HttpStatusCode.UnprocessableEntity);
    }

    [Theory, InlineData("email", "\"ada\""), InlineData("name", "\"\""), InlineData("role", "\"teacher\""), InlineData("role", "null"), InlineData("role", "2"), InlineData("group", "\"\"")]
    public async Task What_is_no_member_is_refused_by_name(string member, string value)
    {
        var (ada, id, _) = await CourseAsync(Database.Sqlite);
        var body = JsonNode.Parse(Body("x@example.org", "X", "student", "A"))!;
        body[member] = JsonNode.Parse(value);
        var problem = (await ada.Http.AskAsync("POST", $"/api/v1/courses/{id}/members", body.ToJsonString(), HttpStatusCode.UnprocessableEntity))!;
        Assert.NotNull(problem["errors"]![member]);
    }

    private async Task<(Someone Ada, string Course, Someone Ben)> CourseAsync(Database database)
    {
        var (ada, ben) = (await houses.PersonAsync(database, "Ada"), await houses.PersonAsync(database, "Ben"));
        var id = await ada.Http.CourseAsync();
        await ada.Http.EnrolAsync(id, ben);
        return (ada, id, ben);
    }

    private static async Task<JsonNode> PostAsync(Someone instructor, string course, string email, string name, string role, string? group) =>
        (await instructor.Http.AskAsync("POST", $"/api/v1/courses/{course}/members", Body(email, name, role, group), HttpStatusCode.Created))!;

    private static string Body(string email, string name, string role, string? group) =>
        new JsonObject { ["email"] = email, ["name"] = name, ["role"] = role, ["group"] = group }.ToJsonString();
}
