using System.Net;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.People;

public sealed class PeopleTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task Who_calls_is_told_their_courses_and_roles(Database database)
    {
        var (ada, ben) = (await houses.PersonAsync(database, "Ada"), await houses.PersonAsync(database, "Ben"));
        var course = await ada.Http.CourseAsync("Memory");
        await ada.Http.EnrolAsync(course, ben, "assistant");
        var me = await ben.Http.GetJsonAsync("/api/v1/me");
        Assert.Equal((ben.Id, "Ben", ben.Email), ((string)me["id"]!, (string)me["name"]!, (string)me["email"]!));
        Assert.Equal($$"""[{"id":"{{course}}","title":"Memory","role":"assistant"}]""", me["courses"]!.ToJsonString());
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_is_told_to_sign_in(Database database)
    {
        using var response = await houses.Client(database).GetAsync("/api/v1/me", TestContext.Current.CancellationToken);
        await response.ProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Theory, OnEveryDatabase]
    public async Task An_address_is_one_persons_however_it_is_capitalised(Database database)
    {
        var (http, ada) = (houses.AsAdministrator(database), await houses.PersonAsync(database, "Ada"));
        await http.AskAsync("POST", "/api/v1/people", $$"""{"email": "{{ada.Email.ToUpperInvariant()}}", "name": "Other"}""", HttpStatusCode.Conflict);
    }

    [Theory, OnEveryDatabase]
    public async Task Of_many_who_make_the_same_person_at_once_one_does(Database database)
    {
        var (http, email) = (houses.AsAdministrator(database), $"{Guid.NewGuid():N}@example.org");
        var made = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => http.PostJsonAsync("/api/v1/people", $$"""{"email": "{{email}}", "name": "Ada"}""")));
        Assert.Single(made, response => response.StatusCode == HttpStatusCode.Created);
        Assert.All(made, response => Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        await using var store = houses.Store(database);
        Assert.Equal(1, await store.Users.CountAsync(p => p.Email == email, TestContext.Current.CancellationToken));
    }

    [Theory, OnEveryDatabase]
    public async Task A_repeated_request_answers_the_person_that_it_made(Database database)
    {
        var (http, body, key) = (houses.AsAdministrator(database), $$"""{"email": "{{Guid.NewGuid():N}}@example.org", "name": "Ada"}""", Guid.NewGuid().ToString());
        using var first = await http.PostJsonAsync("/api/v1/people", body, key);
        using var second = await http.PostJsonAsync("/api/v1/people", body, key);
        Assert.Equal((await first.ReadAsync(HttpStatusCode.Created)).ToJsonString(), (await second.ReadAsync(HttpStatusCode.Created)).ToJsonString());
    }

    [Theory, InlineData("{}"), InlineData("""{"email": "ada", "name": "Ada"}"""), InlineData("""{"email": "Ada <ada@example.org>", "name": "Ada"}""")]
    [InlineData("""{"email": "ada@example.org", "name": " "}"""), InlineData("""{"email": "a da@example.org", "name": "Ada"}"""), InlineData("""{"email": 7, "name": "Ada"}""")]
    [InlineData("""{"email": "ada@example.org", "name": "A\nda"}""")]
    public Task What_is_no_name_or_address_is_refused(string body) =>
        houses.AsAdministrator(Database.Postgres).AskAsync("POST", "/api/v1/people", body, HttpStatusCode.UnprocessableEntity);

    [Theory, OnEveryDatabase]
    public async Task A_person_is_seen_by_themselves_and_by_who_teaches_them_and_by_nobody_else(Database database)
    {
        var (ada, ben, eve) = (await houses.PersonAsync(database, "Ada"), await houses.PersonAsync(database, "Ben"), await houses.PersonAsync(database, "Eve"));
        await ada.Http.EnrolAsync(await ada.Http.CourseAsync(), ben);
        Assert.Equal("Ben", (string)(await ben.Http.GetJsonAsync($"/api/v1/people/{ben.Id}"))["name"]!);
        Assert.Equal("Ben", (string)(await ada.Http.GetJsonAsync($"/api/v1/people/{ben.Id}"))["name"]!);
        Assert.Equal("Ben", (string)(await houses.AsAdministrator(database).GetJsonAsync($"/api/v1/people/{ben.Id}"))["name"]!);
        await eve.Http.GetJsonAsync($"/api/v1/people/{ben.Id}", HttpStatusCode.NotFound);
        await ben.Http.GetJsonAsync($"/api/v1/people/{ada.Id}", HttpStatusCode.NotFound);
    }
}
