using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>Which column of the gradebook a score goes to: ours is looked for, made once where there is none, and looked for again where it is gone.</summary>
public sealed class ColumnTests(Houses houses)
{
    /// <summary>While the list can't be read nobody knows whether there is a column, and none is made.</summary>
    [Theory]
    [InlineData(503, "[]", "waiting")]
    [InlineData(200, "{}", "refused")]
    [InlineData(200, "<html>", "refused")]
    public async Task No_second_column_is_made_where_the_list_cannot_be_read(int status, string body, string state)
    {
        await using var room = await MadeAsync();
        room.Platform.Grades.ListFault = () => TypedResults.Content(body, "application/json", statusCode: status);
        using var student = await Pupil.LaunchAsync(room.Platform, room.Launch() with { Link = "link-2" });
        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(async () => ((string?)(await room.DeliveryAsync(student))["problem"])?.Contains($"list its gradebook's columns ({status})", StringComparison.Ordinal) == true, "the problem");
        Assert.Equal(state, (string)(await room.DeliveryAsync(student))["state"]!);
        Ours(room);
    }

    [Fact]
    public async Task A_column_that_the_platform_refuses_to_make_is_told()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        room.Platform.Grades.CouplesItems = false;
        room.Platform.Grades.MakeFault = () => TypedResults.Content("""{"id": "http://localhost/nowhere"}""", "application/json", statusCode: 403);
        using var student = await room.StudentAsync();
        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(student))["state"]! == "refused", "the refusal");
        Assert.Contains("make a column in its gradebook (403)", (string)(await room.DeliveryAsync(student))["problem"]!, StringComparison.Ordinal);
    }

    /// <summary>Whoever makes a column may be killed before it is there.</summary>
    [Fact]
    public async Task Who_began_to_make_a_column_and_did_not_end_holds_up_the_next_for_a_while_alone()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        room.Platform.Grades.CouplesItems = false;
        using var student = await room.StudentAsync();
        await using (var store = houses.Store(Database.Postgres))
        {
            var course = Guid.ParseExact(room.Course, "N");
            await store.LtiLinks.Where(l => l.CourseId == course).ExecuteUpdateAsync(set => set.SetProperty(l => l.LockedUntil, DateTime.UtcNow.AddSeconds(-1)), TestContext.Current.CancellationToken);
        }

        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(() => !room.Platform.Grades.Cells.IsEmpty, "the score");
        Ours(room);
    }

    /// <summary>Some platforms forget our name of a column, so that looking for it again finds none.</summary>
    [Trait("needs", "postgres")]
    [Fact]
    public async Task Who_waited_while_another_made_the_column_uses_that_one()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using (await Pupil.LaunchAsync(room.Platform, new Launch { Link = "made meanwhile" }))
        {
        }

        room.Platform.Grades.CouplesItems = false;
        using var student = await room.StudentAsync();
        await using var store = houses.Store(Database.Postgres);
        await using (var other = await store.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            var course = Guid.ParseExact(room.Course, "N");
            var made = await store.LtiLinks.Where(l => l.CourseId == course && l.ResourceLinkId == "made meanwhile").Select(l => l.LineItemUrl).SingleAsync(TestContext.Current.CancellationToken);
            await store.LtiLinks.Where(l => l.CourseId == course && l.ResourceLinkId == "link-1").ExecuteUpdateAsync(set => set.SetProperty(l => l.LineItemUrl, made), TestContext.Current.CancellationToken);
            await room.SubmitAsync(student);
            await LmsRoom.UntilAsync(() => Locks.AreWaitedForAsync(houses.Store(Database.Postgres), "lti_links"), "that it is about to be made");
            await other.CommitAsync(TestContext.Current.CancellationToken);
        }

        await LmsRoom.UntilAsync(() => room.Platform.Grades.CellOf("course-1-made meanwhile", student.User) is not null, "the score");
        Assert.DoesNotContain(room.Platform.Grades.Items, item => (string?)item["resourceId"] == room.AssignmentId);
    }

    [Fact]
    public async Task A_column_that_has_moved_is_found_and_one_that_is_listed_and_takes_nothing_is_told()
    {
        await using var room = await MadeAsync();
        var made = Ours(room);

        // The link's own column is gone, and ours is there.
        room.Platform.Grades.CouplesItems = true;
        using (var student = await Pupil.LaunchAsync(room.Platform, room.Launch() with { Link = "link-2" }))
        {
            room.Platform.Grades.Forget("course-1-link-2");
            await room.SubmitAsync(student);
            await LmsRoom.UntilAsync(() => room.Platform.Grades.CellOf(((string)made["id"]!).Split('/')[^1].Split('?')[0], student.User)?.Score == 1, "the score in the other column");
        }

        room.Platform.Grades.CouplesItems = false;
        room.Platform.Grades.Fault = _ => Task.FromResult<IResult?>(TypedResults.StatusCode(404));
        using var late = await room.StudentAsync();
        await room.SubmitAsync(late);
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(late))["state"]! == "refused", "the refusal");
    }

    [Fact]
    public async Task A_column_is_not_looked_for_again_where_the_platform_does_not_let_us_look()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        room.Platform.Grades.Scopes = [.. room.Platform.Grades.Scopes.Where(scope => !scope.EndsWith("lineitem", StringComparison.Ordinal))];
        var looked = false;
        room.Platform.Grades.ListFault = () =>
        {
            looked = true;
            return null;
        };
        using var student = await room.StudentAsync();
        room.Platform.Grades.Forget("course-1-link-1");
        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(async () => (string)(await room.DeliveryAsync(student))["state"]! == "refused", "the refusal");
        Assert.False(looked);
    }

    [Fact]
    public async Task A_column_whose_address_holds_a_password_is_not_asked()
    {
        await using var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        using var student = await Pupil.LaunchAsync(
            room.Platform, room.Launch() with { Change = claims => claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"]!["lineitem"] = room.Platform.Issuer.Replace("//", "//me:secret@", StringComparison.Ordinal) });
        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(async () => ((string?)(await room.DeliveryAsync(student))["problem"])?.Contains("user name", StringComparison.Ordinal) == true, "the problem");
    }

    /// <summary>A room in which the tool has made the column.</summary>
    private async Task<LmsRoom> MadeAsync()
    {
        var room = await LmsRoom.OpenAsync(houses, Database.Postgres);
        room.Platform.Grades.CouplesItems = false;
        using var maker = await room.StudentAsync();
        await room.SubmitAsync(maker);
        await LmsRoom.UntilAsync(() => room.Platform.Grades.Cells.Count == 1, "a score in a column that was made");
        return room;
    }

    private static JsonObject Ours(LmsRoom room) => Assert.Single(room.Platform.Grades.Items, item => (string?)item["resourceId"] == room.AssignmentId);
}
