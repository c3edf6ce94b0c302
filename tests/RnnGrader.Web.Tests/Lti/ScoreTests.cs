using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>How scores reach a platform's gradebook.</summary>
public sealed class ScoreTests(Houses houses)
{
    private const string AfterDue = """{"title": "RNN", "published": true, "feedback": "afterDue", "dueAt": "2099-01-01T00:00:00Z", "items": [{"exercise": "rnn-step-1"}]}""";
    private const string Two = """{"title": "RNN", "published": true, "items": [{"exercise": "rnn-step-1", "points": 3}, {"exercise": "rnn-step-2"}]}""";

    [Theory, OnEveryDatabase]
    public async Task A_score_arrives_weighed_by_points_and_an_override_follows_it(Database database)
    {
        await using var room = await LmsRoom.OpenAsync(houses, database, Two);
        using var student = await room.StudentAsync();
        var submission = await room.SubmitAsync(student);
        await ArrivesAsync(room, student, 0.75);
        await room.Instructor.PostAsync($"/submissions/{submission["id"]}/override", """{"score": 0.5, "reason": "not alone"}""", HttpStatusCode.Created);
        await ArrivesAsync(room, student, 0.375);
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(student))["state"]! == "sent", "the state that the student sees");
        Assert.Equal(0.375, (double)(await room.DeliveryAsync(student))["score"]!, 9);
        Assert.Empty(room.Platform.Grades.Offences);
        Assert.Empty(room.Platform.Tokens.Refused);
        Assert.Equal(1, room.Platform.Tokens.Given);
    }

    [Fact]
    public async Task An_unchanged_score_is_not_sent()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var student = await room.StudentAsync();
        await room.SubmitAsync(student);
        await ArrivesAsync(room, student, 1);
        await room.SubmitAsync(student, right: 2);
        using var marker = await room.StudentAsync();
        await room.SubmitAsync(marker);
        await ArrivesAsync(room, marker, 1);
        Assert.Equal(2, room.Platform.Grades.Taken.Count);
    }

    /// <summary>An extension may change what late work counts, so that the score is looked at again.</summary>
    [Fact]
    public async Task What_might_have_changed_a_score_and_did_not_sends_nothing()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Sqlite);
        using var student = await room.StudentAsync();
        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(student))["state"]! == "sent", "that it is sent");
        var person = (string)(await student.GetAsync("/me"))["id"]!;
        using var extended = await houses.AsAdministrator(Database.Sqlite).SendJsonAsync(HttpMethod.Put, $"/api/v1/assignments/{room.AssignmentId}/extensions/{person}", """{"extraAttempts": 1, "reason": "ill"}""");
        Assert.True(extended.IsSuccessStatusCode);
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(student))["state"]! == "sent", "that it is looked at again");
        Assert.Single(room.Platform.Grades.Taken);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_feedback_is_due_and_it_is_sent_when_that_is_brought_forward()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres, AfterDue);
        using var student = await room.StudentAsync();
        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(async () => ((string?)(await room.DeliveryAsync(student))["problem"])?.Contains("feedback", StringComparison.Ordinal) == true, "that it waits for the feedback");
        Assert.Equal("waiting", (string)(await room.DeliveryAsync(student))["state"]!);
        Assert.Empty(room.Platform.Grades.Taken);
        using var client = houses.AsAdministrator(Database.Postgres);
        using var patched = await client.PatchAsync($"/api/v1/assignments/{room.AssignmentId}", new StringContent("""{"feedback": "immediate"}""", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, patched.StatusCode);
        await ArrivesAsync(room, student, 1);
    }

    [Theory, OnEveryDatabase]
    public async Task One_column_is_made_where_the_platform_made_none_however_many_need_it_at_once(Database database)
    {
        await using var room = await LmsRoom.OpenAsync(houses, database);
        room.Platform.Grades.CouplesItems = false;
        var students = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => room.StudentAsync()));
        await Task.WhenAll(students.Select(student => room.SubmitAsync(student)));
        await LmsRoom.UntilAsync(() => room.Platform.Grades.Cells.Count == 6, "six scores");
        var made = Assert.Single(room.Platform.Grades.Items, item => (string?)item["resourceId"] == room.AssignmentId);
        Assert.Equal("RNN by hand", (string)made["label"]!);
        Assert.Empty(room.Platform.Grades.Offences);
    }

    /// <summary>The list of columns is read to its end before one is made, and a token goes to no other server than its own, whatever a page says is next.</summary>
    [Fact]
    public async Task A_column_of_ours_on_a_later_page_is_found_and_a_next_page_elsewhere_is_not_asked_for()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        room.Platform.Grades.CouplesItems = false;
        room.Platform.Grades.PageSize = 1;
        using (var maker = await room.StudentAsync())
        {
            await room.SubmitAsync(maker);
            await LmsRoom.UntilAsync(() => room.Platform.Grades.Cells.Count == 1, "a score in a column that was made");
        }

        // Another link to the same assignment finds it behind the columns that the platform made.
        using (var student = await Pupil.LaunchAsync(room.Platform, room.Launch() with { Link = "link-2" }))
        {
            await room.SubmitAsync(student);
            await LmsRoom.UntilAsync(() => room.Platform.Grades.Cells.Count == 2, "a score by the other link");
        }

        JsonObject Ours() => Assert.Single(room.Platform.Grades.Items, item => (string?)item["resourceId"] == room.AssignmentId);
        Ours();

        // Where the next page is another server's, the list ends.
        await using var stranger = await TestPlatform.StartAsync(room.Platform.ToolOrigin);
        room.Platform.Grades.OtherNext = stranger.Issuer + "/grades/course-1/lineitems?type_id=1";
        using (var student = await Pupil.LaunchAsync(room.Platform, room.Launch() with { Link = "link-3" }))
        {
            await room.SubmitAsync(student);
            await LmsRoom.UntilAsync(() => room.Platform.Grades.Cells.Count == 3, "a score by a third link");
        }

        Assert.Equal(0, stranger.Asked);
    }

    [Fact]
    public async Task A_column_whose_address_is_none_is_told_to_the_instructor()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var student = await Pupil.LaunchAsync(
            room.Platform, room.Launch() with { Change = claims => claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"]!["lineitem"] = "http://[no address" });
        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(
            async () => ((string?)(await room.Instructor.GetAsync($"/courses/{room.Course}/deliveries"))["items"]![0]!["problem"])?.Contains("can't be used", StringComparison.Ordinal) == true, "the problem");
    }

    [Fact]
    public async Task A_column_that_vanished_is_told_to_the_instructor_in_the_platforms_words_and_sending_again_works_once_it_is_back()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var student = await room.StudentAsync();
        room.Platform.Grades.Forget("course-1-link-1");
        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(student))["state"]! == "refused", "the refusal");
        var refused = (await room.Instructor.GetAsync($"/courses/{room.Course}/deliveries?state=refused"))["items"]!.AsArray().Single()!;
        Assert.Contains("No such column", (string)refused["problem"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("<", (string)refused["problem"]!, StringComparison.Ordinal);
        using (await room.StudentAsync())
        {
        }

        Assert.Equal(1, (int)(await room.Instructor.PostAsync($"/courses/{room.Course}/deliveries/again?state=refused", "{}"))["count"]!);
        await ArrivesAsync(room, student, 1);
        // The platform has it before the log says so.
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(student))["state"]! == "sent", "that it is sent");
        var log = (await room.Instructor.GetAsync($"/courses/{room.Course}/deliveries/{refused["id"]}/log"))["items"]!.AsArray();
        Assert.Equal(["sent", "refused"], log.Select(line => (string)line!["outcome"]!));
    }

    [Fact]
    public async Task A_lost_answer_does_not_make_a_conflict_of_what_has_arrived()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var student = await room.StudentAsync();
        var lost = 0;
        room.Platform.Grades.LateFault = _ => Task.FromResult<IResult?>(Interlocked.Increment(ref lost) == 1 ? TypedResults.StatusCode(502) : null);
        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(student))["state"]! == "sent", "that it is sent");
        Assert.Equal(1, room.Cell(student)!.Score);
        Assert.Empty(room.Platform.Grades.Offences);
    }

    /// <summary>What the platform has is not known after a lost answer, though it was known before.</summary>
    [Theory, OnEveryDatabase]
    public async Task A_score_that_may_have_arrived_is_taken_back_when_the_one_before_is_wanted_again(Database database)
    {
        await using var room = await LmsRoom.OpenAsync(houses, database);
        using var student = await room.StudentAsync();
        await room.SubmitAsync(student, right: 1);
        await ArrivesAsync(room, student, 0.2);
        room.Platform.Grades.LateFault = http => Task.FromResult<IResult?>(TypedResults.StatusCode(502));
        var better = await room.SubmitAsync(student);
        await ArrivesAsync(room, student, 1);
        await LmsRoom.UntilAsync(async () => ((string?)(await room.DeliveryAsync(student))["problem"])?.Contains("502", StringComparison.Ordinal) == true, "that the answer was lost");
        await room.Instructor.PostAsync($"/submissions/{better["id"]}/override", """{"score": 0, "reason": "not alone"}""", HttpStatusCode.Created);
        room.Platform.Grades.LateFault = _ => Task.FromResult<IResult?>(null);
        await ArrivesAsync(room, student, 0.2);
    }

    [Fact]
    public async Task No_stamp_is_ahead_of_a_platform_whose_clock_is_90_seconds_behind_and_every_score_arrives()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        room.Platform.ClockAhead = TimeSpan.FromSeconds(-90);
        using var student = await room.StudentAsync();
        for (var right = 1; right <= 3; right++)
        {
            await room.SubmitAsync(student, right);
            await ArrivesAsync(room, student, right / 5.0);
        }

        Assert.Empty(room.Platform.Grades.Offences);
    }

    [Fact]
    public async Task A_student_who_opens_a_new_link_brings_along_the_score_that_is_there()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var student = await room.StudentAsync();
        await room.SubmitAsync(student);
        using (await Pupil.LaunchAsync(room.Platform, room.Launch(student.User) with { Link = "link-2" }))
        {
        }

        await LmsRoom.UntilAsync(() => room.Platform.Grades.CellOf("course-1-link-2", student.User)?.Score == 1, "the score at the new link");
    }

    [Fact]
    public async Task The_connection_can_be_tested()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        Assert.Null((await room.Instructor.PostAsync($"/courses/{room.Course}/lms/test", "{}"))["items"]![0]!["rosterProblem"]);
        var client = room.Platform.ClientId;
        room.Platform.ClientId = "somebody else";
        Assert.Contains("iss and sub", (string)(await room.Instructor.PostAsync($"/courses/{room.Course}/lms/test", "{}"))["items"]![0]!["rosterProblem"]!, StringComparison.Ordinal);
        room.Platform.ClientId = client;
    }

    internal static Task ArrivesAsync(LmsRoom room, Pupil student, double score) =>
        LmsRoom.UntilAsync(() => Math.Abs((room.Cell(student)?.Score ?? -1) - score) < 1e-9, $"{score} of {student.User}");
}
