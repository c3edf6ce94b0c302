using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.People;

public sealed class TokenTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task A_token_is_shown_once_and_stored_as_a_hash(Database database)
    {
        var ada = await houses.PersonAsync(database, "Ada");
        var made = (await ada.Http.AskAsync("POST", "/api/v1/tokens", """{"name": "script"}""", HttpStatusCode.Created))!;
        var listed = await ada.Http.GetJsonAsync("/api/v1/tokens");
        var token = (string)made["token"]!;
        Assert.DoesNotContain(token, listed.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains((string)made["id"]!, listed.ToJsonString(), StringComparison.Ordinal);
        await using var store = houses.Store(database);
        var id = Guid.ParseExact((string)made["id"]!, "N");
        Assert.DoesNotContain(token, Encoding.UTF8.GetString((await store.AccessTokens.SingleAsync(t => t.Id == id, TestContext.Current.CancellationToken)).Hash), StringComparison.Ordinal);
        Assert.Equal(ada.Id, (string)(await ada.Http.With(token).GetJsonAsync("/api/v1/me"))["id"]!);
    }

    [Theory, OnEveryDatabase]
    public async Task A_repetition_is_answered_the_same_token_without_its_secret(Database database)
    {
        var (ada, key) = (await houses.PersonAsync(database, "Ada"), Guid.NewGuid().ToString());
        using var first = await ada.Http.PostJsonAsync("/api/v1/tokens", """{"name": "script"}""", key);
        using var second = await ada.Http.PostJsonAsync("/api/v1/tokens", """{"name": "script"}""", key);
        var (made, again) = (await first.ReadAsync(HttpStatusCode.Created), await second.ReadAsync(HttpStatusCode.Created));
        Assert.Equal((string)made["id"]!, (string)again["id"]!);
        Assert.Null(again["token"]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_revoked_token_is_good_no_more_and_stays_listed(Database database)
    {
        var ada = await houses.PersonAsync(database, "Ada");
        var made = (await ada.Http.AskAsync("POST", "/api/v1/tokens", """{"name": "script"}""", HttpStatusCode.Created))!;
        for (var time = 0; time < 2; time++)
        {
            await ada.Http.AskAsync("DELETE", $"/api/v1/tokens/{made["id"]}", null, HttpStatusCode.NoContent);
        }

        await ada.Http.With((string)made["token"]!).GetJsonAsync("/api/v1/me", HttpStatusCode.Unauthorized);
        var listed = (await ada.Http.GetJsonAsync("/api/v1/tokens"))["items"]!.AsArray().Single(token => (string)token!["id"]! == (string)made["id"]!)!;
        Assert.NotNull(listed["revokedAt"]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_token_expires_when_it_says(Database database)
    {
        var ada = await houses.PersonAsync(database, "Ada");
        var made = (await ada.Http.AskAsync("POST", "/api/v1/tokens", $$"""{"name": "script", "expiresAt": "{{DateTime.UtcNow.AddHours(1):O}}"}""", HttpStatusCode.Created))!;
        var http = ada.Http.With((string)made["token"]!);
        await http.GetJsonAsync("/api/v1/me");
        await using var store = houses.Store(database);
        var id = Guid.ParseExact((string)made["id"]!, "N");
        await store.AccessTokens.Where(t => t.Id == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.ExpiresAt, DateTime.UtcNow.AddSeconds(-1)), TestContext.Current.CancellationToken);
        await http.GetJsonAsync("/api/v1/me", HttpStatusCode.Unauthorized);
    }

    [Theory, OnEveryDatabase]
    public async Task A_token_that_is_not_good_is_refused_even_where_nobody_need_sign_in(Database database) =>
        await houses.Client(database).With("rnng_" + new string('0', 64)).GetJsonAsync("/api/v1/exercises", HttpStatusCode.Unauthorized);

    [Theory, OnEveryDatabase]
    public async Task Who_is_no_administrator_makes_and_sees_their_own_tokens_alone(Database database)
    {
        var (ada, ben) = (await houses.PersonAsync(database, "Ada"), await houses.PersonAsync(database, "Ben"));
        await ada.Http.AskAsync("POST", "/api/v1/tokens", $$"""{"person": "{{ben.Id}}", "name": "script"}""", HttpStatusCode.Forbidden);
        await ada.Http.GetJsonAsync($"/api/v1/tokens?person={ben.Id}", HttpStatusCode.Forbidden);
        var bens = (await houses.AsAdministrator(database).GetJsonAsync($"/api/v1/tokens?person={ben.Id}"))["items"]!.AsArray();
        Assert.All(bens, token => Assert.Equal(ben.Id, (string)token!["person"]!));
        await ada.Http.AskAsync("DELETE", $"/api/v1/tokens/{bens[0]!["id"]}", null, HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task A_student_makes_no_tokens(Database database)
    {
        var (ada, ben) = (await houses.PersonAsync(database, "Ada"), await houses.PersonAsync(database, "Ben"));
        await ada.Http.EnrolAsync(await ada.Http.CourseAsync(), ben);
        await ben.Http.AskAsync("POST", "/api/v1/tokens", """{"name": "script"}""", HttpStatusCode.Forbidden);
    }

    [Theory, InlineData("""{"name": ""}"""), InlineData("""{"name": "x", "expiresAt": "2020-01-01T00:00:00Z"}"""), InlineData("""{"name": "x", "expiresAt": "soon"}""")]
    [InlineData("""{"name": "x", "person": "nobody"}"""), InlineData("""{"name": "x", "person": "01990000000070008000000000000009"}""")]
    public async Task What_makes_no_token_is_refused(string body) =>
        await houses.AsAdministrator(Database.Sqlite).AskAsync("POST", "/api/v1/tokens", body, HttpStatusCode.UnprocessableEntity);
}
