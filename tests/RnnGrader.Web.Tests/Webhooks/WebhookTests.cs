using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Webhooks;

/// <summary>Other services are told of what happens in a course.</summary>
public sealed class WebhookTests(Houses houses, ClockedTool tool) : IClassFixture<ClockedTool>
{
    private static readonly string[] Private =
    [
        "http://example.org/hook",
        "https://127.0.0.1/hook",
        "https://2130706433/hook",
        "https://0x7f.1/hook",
        "https://localhost/hook",
        "https://10.0.0.1/hook",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/hook",
        "https://[::ffff:192.168.0.1]/hook",
        "https://[fd00::1]/hook",
        "https://[64:ff9b::7f00:1]/hook",
        "https://[2002:7f00:1::]/hook",
        "https://printer.local/hook",
        "https://metadata.internal/hook",
        "https://me:secret@example.org/hook",
        "ftp://example.org/hook",
        "nonsense",
    ];

    [Theory, OnEveryDatabase]
    public async Task Graded_completed_and_changed_are_told_signed_and_once(Database database)
    {
        await using var receiver = await Receiver.StartAsync();
        var room = await Classroom.OpenAsync(houses, database);
        await HookAsync(room, receiver);
        var submission = await room.SubmitRightAsync(room.Student);
        using var overridden = await room.Instructor.Http.PostJsonAsync($"/api/v1/submissions/{submission["id"]}/override", """{"score": 0.5, "reason": "not alone"}""");
        await overridden.ReadAsync(HttpStatusCode.Created);
        await LmsRoom.UntilAsync(() => receiver.Events.Count >= 3, "three events");

        var events = receiver.Events.ToDictionary(e => (string)e["event"]!);
        Assert.Equal(["grade.changed", "progress.completed", "submission.graded"], events.Keys.Order());
        Assert.Equal(1, (double)events["submission.graded"]["score"]!);
        Assert.Equal(0.5, (double)events["grade.changed"]["score"]!);
        Assert.All(events.Values, e => Assert.Equal((room.Student.Id, room.AssignmentId, room.Course, (string)submission["id"]!), ((string)e["person"]!, (string)e["assignment"]!, (string)e["course"]!, (string)e["submission"]!)));
        Assert.Empty(receiver.Offences);
    }

    [Fact]
    public async Task An_event_that_is_not_taken_is_sent_again_with_pauses_and_the_log_tells_it()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answers.Enqueue(503);
        var room = await Classroom.OpenAsync(houses, Database.Postgres);
        await HookAsync(room, receiver, """, "events": ["progress.completed"]""");
        await room.SubmitRightAsync(room.Student);
        await LmsRoom.UntilAsync(() => receiver.Events.Count == 1, "the event");
        await LmsRoom.UntilAsync(async () => (string)(await DeliveryAsync(room))["state"]! == "sent", "that it is sent");
        var log = (await room.Instructor.Http.ReadJsonAsync($"/api/v1/courses/{room.Course}/deliveries/{(await DeliveryAsync(room))["id"]}/log"))["items"]!.AsArray();
        Assert.Equal([("sent", 200), ("again", 503)], log.Select(line => ((string)line!["outcome"]!, (int)line["status"]!)));

        using var again = await room.Instructor.Http.PostJsonAsync($"/api/v1/courses/{room.Course}/deliveries/{(await DeliveryAsync(room))["id"]}/again", "{}");
        await again.ReadAsync(HttpStatusCode.OK);
        await LmsRoom.UntilAsync(() => receiver.Events.Count == 2, "the event again");
        Assert.Equal((string)receiver.Events.First()["id"]!, (string)receiver.Events.Last()["id"]!);
    }

    [Fact]
    public async Task A_webhook_that_was_removed_is_told_nothing_and_its_secret_is_never_shown()
    {
        await using var receiver = await Receiver.StartAsync();
        var room = await Classroom.OpenAsync(houses, Database.Postgres);
        var hook = await HookAsync(room, receiver);
        var listed = await room.Instructor.Http.ReadJsonAsync($"/api/v1/courses/{room.Course}/webhooks");
        Assert.Equal((string)hook["id"]!, (string)listed["items"]!.AsArray().Single()!["id"]!);
        Assert.DoesNotContain(Receiver.Secret, listed.ToJsonString() + hook.ToJsonString(), StringComparison.Ordinal);
        await using (var store = houses.Store(Database.Postgres))
        {
            var id = Guid.ParseExact((string)hook["id"]!, "N");
            Assert.DoesNotContain(Receiver.Secret, System.Text.Encoding.UTF8.GetString((await store.Webhooks.FindAsync([id], TestContext.Current.CancellationToken))!.Secret), StringComparison.Ordinal);
        }

        using var removed = await room.Instructor.Http.DeleteAsync($"/api/v1/courses/{room.Course}/webhooks/{hook["id"]}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await room.SubmitRightAsync(room.Student);
        Assert.Empty((await room.Instructor.Http.ReadJsonAsync($"/api/v1/courses/{room.Course}/deliveries"))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_waits_for_a_webhook_that_is_removed_is_told_no_more()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answers.Enqueue(503);
        var room = await Classroom.OpenAsync(houses, Database.Postgres);
        var hook = await HookAsync(room, receiver, """, "events": ["progress.completed"]""");
        await room.SubmitRightAsync(room.Student);
        await LmsRoom.UntilAsync(() => receiver.Answers.IsEmpty, "the first try");
        using var removed = await room.Instructor.Http.DeleteAsync($"/api/v1/courses/{room.Course}/webhooks/{hook["id"]}", TestContext.Current.CancellationToken);
        await LmsRoom.UntilAsync(async () => (string)(await DeliveryAsync(room))["state"]! == "refused", "the refusal");
        Assert.Empty(receiver.Events);
    }

    /// <summary>Ten days are more than anybody means.</summary>
    [Theory, InlineData("120", 120), InlineData("864000", 86400)]
    public async Task A_receiver_that_asks_to_be_left_alone_is_for_as_long_as_it_says_and_a_day_at_most(string asked, int seconds)
    {
        await using var receiver = await Receiver.StartAsync();
        (receiver.RetryAfter, receiver.Answers) = (asked, new([429]));
        var room = await Classroom.OpenAsync(tool.Administrator);
        await HookAsync(room, receiver, """, "events": ["progress.completed"]""");
        var before = tool.Now;
        await room.SubmitRightAsync(room.Student);
        await LmsRoom.UntilAsync(async () => (int)(await DeliveryAsync(room))["tries"]! == 1, "that it is told");
        Assert.InRange((DateTime)(await DeliveryAsync(room))["nextAt"]!, before.AddSeconds(seconds), before.AddSeconds(seconds + 5));
        tool.Pass(TimeSpan.FromSeconds(seconds - 1));
        await tool.LookedAsync();
        Assert.Empty(receiver.Events);
        tool.Pass(TimeSpan.FromSeconds(6));
        await LmsRoom.UntilAsync(() => receiver.Events.Count == 1, "the event once the time is up");
    }

    /// <summary>The names and forms under which a private address is hidden, and addresses that are none.</summary>
    [Fact]
    public async Task An_address_in_a_private_network_is_refused_unless_a_setting_allows_it()
    {
        await using var service = LocalService.Start(houses.Folder(), null, ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken));
        using var administrator = service.Http.With(Houses.AdministratorToken);
        var course = await administrator.CourseAsync();
        foreach (var url in Private)
        {
            using var refused = await administrator.PostJsonAsync($"/api/v1/courses/{course}/webhooks", new JsonObject { ["url"] = url, ["secret"] = Receiver.Secret }.ToJsonString());
            Assert.NotNull((await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity))["errors"]!["url"]);
        }
    }

    [Fact]
    public async Task A_name_that_leads_into_a_private_network_is_found_out_when_it_is_connected_to()
    {
        // The host's own name resolves to an address of this machine, whatever it is called.
        await using var service = LocalService.Start(houses.Folder(), null, ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken));
        using var administrator = service.Http.With(Houses.AdministratorToken);
        var room = await Classroom.OpenAsync(administrator);
        using var made = await room.Instructor.Http.PostJsonAsync($"/api/v1/courses/{room.Course}/webhooks", new JsonObject { ["url"] = $"https://{Dns.GetHostName()}/hook", ["secret"] = Receiver.Secret }.ToJsonString());
        await made.ReadAsync(HttpStatusCode.Created);
        await room.SubmitRightAsync(room.Student);
        await LmsRoom.UntilAsync(
            async () => (await room.Instructor.Http.ReadJsonAsync($"/api/v1/courses/{room.Course}/deliveries?state=refused"))["items"]!.AsArray() is { Count: > 0 } refused
                && refused.All(d => ((string)d!["problem"]!).Contains("private network", StringComparison.Ordinal)), "the refusal");
    }

    [Theory]
    [InlineData("url", "\"https://example.org/\"", 2001)]
    [InlineData("secret", "\"too short\"", 0)]
    [InlineData("events", "[]", 0)]
    [InlineData("events", "[\"no.such.event\"]", 0)]
    public async Task A_webhook_that_is_not_in_order_is_refused_by_what_is_wrong(string member, string value, int length)
    {
        var administrator = houses.AsAdministrator(Database.Sqlite);
        var hook = new JsonObject { ["url"] = "https://example.org/hook", ["secret"] = Receiver.Secret };
        hook[member] = length > 0 ? JsonValue.Create(((string)JsonNode.Parse(value)!).PadRight(length, 'x')) : JsonNode.Parse(value);
        using var refused = await administrator.PostJsonAsync($"/api/v1/courses/{await administrator.CourseAsync()}/webhooks", hook.ToJsonString());
        Assert.NotNull((await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity))["errors"]![member]);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_sent_nothing_more_and_only_the_course_that_has_a_webhook_removes_it()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answers.Enqueue(410);
        var (room, other) = (await Classroom.OpenAsync(houses, Database.Postgres), await Classroom.OpenAsync(houses, Database.Postgres));
        var hook = await HookAsync(room, receiver, """, "events": ["progress.completed"]""");
        using var removed = await other.Instructor.Http.DeleteAsync($"/api/v1/courses/{other.Course}/webhooks/{hook["id"]}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
        await room.SubmitRightAsync(room.Student);
        await LmsRoom.UntilAsync(async () => (string)(await DeliveryAsync(room))["state"]! == "refused", "the refusal");
    }

    private static async Task<JsonNode> HookAsync(Classroom room, Receiver receiver, string more = "")
    {
        using var made = await room.Instructor.Http.PostJsonAsync($"/api/v1/courses/{room.Course}/webhooks", $$"""{"url": "{{receiver.Url}}", "secret": "{{Receiver.Secret}}"{{more}}}""");
        return await made.ReadAsync(HttpStatusCode.Created);
    }

    private static async Task<JsonNode> DeliveryAsync(Classroom room) =>
        (await room.Instructor.Http.ReadJsonAsync($"/api/v1/courses/{room.Course}/deliveries"))["items"]!.AsArray().Single()!;
}
