using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>Tokens for a platform's services: how they are asked for, and what is told where none is given.</summary>
public sealed class ServiceTokenTests(Houses houses)
{
    [Theory]
    [InlineData(500, """{"access_token": "a token", "expires_in": 3600}""", "gave no token (500)")]
    [InlineData(200, """{"expires_in": 3600}""", "gave no token (200)")]
    [InlineData(200, """{"access_token": 7}""", "no token that can be read (200)")]
    [InlineData(200, """{"access_token": "a token", "expires_in": 1e999}""", "no token that can be read (200)")]
    [InlineData(200, "[]", "no token that can be read (200)")]
    [InlineData(502, "<html><body>Bad gateway</body></html>", "no token that can be read (502): Bad gateway")]
    public async Task An_answer_that_is_no_token_is_told(int status, string body, string told)
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Sqlite);
        room.Platform.Tokens.Fault = () => Task.FromResult<IResult?>(TypedResults.Content(body, "application/json", statusCode: status));
        Assert.Contains(told, await TestAsync(room), StringComparison.Ordinal);
    }

    /// <summary>A platform that has not fetched our newest key yet says 400: that passes. One that forbids it is believed.</summary>
    [Theory, InlineData(400, "waiting"), InlineData(403, "refused")]
    public async Task A_score_waits_for_a_token_that_may_still_be_given(int status, string state)
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Sqlite);
        room.Platform.Tokens.Fault = () => Task.FromResult<IResult?>(TypedResults.Json(new { error = "invalid_client" }, statusCode: status));
        using var student = await room.StudentAsync();
        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(async () => ((string?)(await room.DeliveryAsync(student))["problem"])?.Contains($"({status})", StringComparison.Ordinal) == true, "that it is told");
        Assert.Equal(state, (string)(await room.DeliveryAsync(student))["state"]!);
    }

    [Fact]
    public async Task A_platform_that_was_registered_without_a_token_endpoint_is_told_to_have_none()
    {
        await using var platform = await TestPlatform.StartAsync(houses.Client(Database.Sqlite).BaseAddress!.ToString());
        await platform.RegisterAsync(houses.AsAdministrator(Database.Sqlite), hasTokens: false);
        await using var room = await LmsRoom.OpenAsync(platform);
        Assert.Contains("without a token endpoint", await TestAsync(room), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_may_want_another_audience_than_its_token_endpoint()
    {
        await using var platform = await TestPlatform.StartAsync(houses.Client(Database.Sqlite).BaseAddress!.ToString());
        platform.Tokens.Audience = "https://auth.example.org";
        await platform.RegisterAsync(houses.AsAdministrator(Database.Sqlite));
        await using var room = await LmsRoom.OpenAsync(platform);
        Assert.Null(await TestAsync(room));
    }

    /// <summary>An assertion counts once, so that each request for a token brings one of its own: the platform refuses one that it has seen.</summary>
    [Fact]
    public async Task Each_assertion_is_another()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Sqlite);
        Assert.Null(await TestAsync(room));
        Assert.Null(await TestAsync(room));
        Assert.Empty(room.Platform.Tokens.Refused);
        Assert.Equal(3, room.Platform.Tokens.Given);
    }

    [Fact]
    public async Task A_platform_that_does_not_answer_is_waited_for_as_long_as_is_set()
    {
        await using var service = LocalService.Start(
            houses.Folder(), null, ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken), ("Outbound__AllowPrivateNetworks", "true"), ("Outbound__RequestSeconds", "1"));
        await using var platform = await TestPlatform.StartAsync(service.Http.BaseAddress!.ToString());
        using var administrator = service.Http.With(Houses.AdministratorToken);
        await platform.RegisterAsync(administrator);
        await using var room = await LmsRoom.OpenAsync(platform);
        var go = new TaskCompletionSource<IResult?>();
        platform.Tokens.Fault = () => go.Task;
        Assert.EndsWith("did not answer in 1 s.", await TestAsync(room), StringComparison.Ordinal);
        go.SetResult(null);
    }

    [Fact]
    public async Task A_token_is_had_anew_when_its_time_is_up_and_one_for_less_than_was_asked_is_not_used()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var student = await room.StudentAsync();
        room.Platform.Tokens.Lifetime = 60;
        await room.SubmitAsync(student, right: 1);
        await ScoreTests.ArrivesAsync(room, student, 0.2);
        var given = room.Platform.Tokens.Given;
        room.Platform.Tokens.Granted = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(student))["state"]! == "refused", "the refusal");
        Assert.Contains("does not grant", (string)(await room.Instructor.GetAsync($"/courses/{room.Course}/deliveries"))["items"]![0]!["problem"]!, StringComparison.Ordinal);
        Assert.True(room.Platform.Tokens.Given > given);
        Assert.Equal(0.2, room.Cell(student)!.Score);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_had_anew_once()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var student = await room.StudentAsync();
        await room.SubmitAsync(student, right: 1);
        await ScoreTests.ArrivesAsync(room, student, 0.2);
        room.Platform.Tokens.Revoke();
        await room.SubmitAsync(student);
        await ScoreTests.ArrivesAsync(room, student, 1);
    }

    private static async Task<string?> TestAsync(LmsRoom room) =>
        (string?)(await room.Instructor.PostAsync($"/courses/{room.Course}/lms/test", "{}"))["items"]![0]!["rosterProblem"];
}
