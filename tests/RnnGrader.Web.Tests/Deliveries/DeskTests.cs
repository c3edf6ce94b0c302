using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;
using RnnGrader.Web.Tests.Webhooks;

namespace RnnGrader.Web.Tests.Deliveries;

/// <summary>Seeing deliveries, and sending them again.</summary>
public sealed class DeskTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task An_instructor_neither_sees_nor_sends_what_is_of_another_course(Database database)
    {
        await using var room = await LmsRoom.OpenAsync(houses, database);
        using var student = await room.StudentAsync();
        await room.SubmitAsync(student);
        await LmsRoom.UntilAsync(() => room.Cell(student) is not null, "the score");
        var delivery = (await room.DeliveryAsync(student))["id"];
        using var browser = new TestBrowser();
        using var other = await Pupil.LaunchAsync(room.Platform, new Launch { Roles = Launch.Instructor, Course = "another" }, browser);
        var course = (await other.GetAsync("/me"))["courses"]![0]!["id"];
        var theirs = $"/courses/{course}/deliveries";
        using var page = await browser.GetAsync($"{room.Platform.ToolOrigin}/teach/courses/{course}/connections/deliveries/{delivery}");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.NotEmpty((await room.Instructor.GetAsync($"/courses/{room.Course}/deliveries/{delivery}/log"))["items"]!.AsArray());
        Assert.Empty((await other.GetAsync(theirs))["items"]!.AsArray());
        Assert.Empty((await other.GetAsync($"{theirs}/{delivery}/log"))["items"]!.AsArray());
        await other.PostAsync($"{theirs}/{delivery}/again", "{}", HttpStatusCode.NotFound);
        Assert.Equal(0, (int)(await other.PostAsync($"{theirs}/again", "{}"))["count"]!);
        Assert.Equal("sent", (string)(await room.DeliveryAsync(student))["state"]!);
    }

    /// <summary>A score is what it is; an event that was heard would be heard twice.</summary>
    [Theory, OnEveryDatabase]
    public async Task Sending_all_again_leaves_out_events_that_have_arrived(Database database)
    {
        await using var receiver = await Receiver.StartAsync();
        var room = await Classroom.OpenAsync(houses, database);
        using var made = await room.Instructor.Http.PostJsonAsync(
            $"/api/v1/courses/{room.Course}/webhooks", new JsonObject { ["url"] = receiver.Url, ["secret"] = Receiver.Secret, ["events"] = new JsonArray("progress.completed") }.ToJsonString());
        await made.ReadAsync(HttpStatusCode.Created);
        await room.SubmitRightAsync(room.Student);
        async Task<JsonNode> DeliveryAsync() => (await room.Instructor.Http.ReadJsonAsync($"/api/v1/courses/{room.Course}/deliveries"))["items"]!.AsArray().Single()!;
        await LmsRoom.UntilAsync(async () => (string)(await DeliveryAsync())["state"]! == "sent", "that it is sent");
        using var again = await room.Instructor.Http.PostJsonAsync($"/api/v1/courses/{room.Course}/deliveries/again", "{}");
        Assert.Equal(0, (int)(await again.ReadAsync(HttpStatusCode.OK))["count"]!);
    }
}
