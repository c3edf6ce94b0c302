using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Work;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>Every page of those who teach and administer, with work in it: nothing in the way of anybody, and no text left out of the resource file.</summary>
[Trait("slow", "yes")]
[Trait("stage", "browser")]
public sealed class TeachingPageTests(Houses houses, Chromium chromium)
{
    private HttpClient Administrator => houses.AsAdministrator(Database.Postgres);

    [Fact]
    public async Task Nothing_is_in_the_way_on_any_of_them()
    {
        await using var visitor = await chromium.VisitAsync(Administrator.BaseAddress!);
        var (room, paths) = await StageAsync();
        await visitor.SignInAsync(Administrator, room.Instructor);
        foreach (var path in paths)
        {
            await visitor.Page.GotoAsync(path);
            await visitor.HasNothingInTheWayAsync();
        }
    }

    [Fact]
    public async Task No_text_of_any_of_them_is_left_out()
    {
        await using var visitor = await chromium.VisitAsync(Administrator.BaseAddress!, options => options.ExtraHTTPHeaders = new Dictionary<string, string> { ["Accept-Language"] = "qps-ploc" });
        var (room, paths) = await StageAsync();
        await visitor.SignInAsync(Administrator, room.Instructor);
        foreach (var path in paths)
        {
            await visitor.Page.GotoAsync(path);
            await LanguageTests.HasNoneLeftOutAsync(visitor);
        }
    }

    [Fact]
    public async Task Students_and_whoever_is_not_signed_in_see_none_of_them()
    {
        var (room, paths) = await StageAsync();
        foreach (var path in paths.Except(["/teach"]))
        {
            using var asked = await AskAsync(room.Student.Http, path);
            Assert.True(asked.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{path}: {asked.StatusCode}");
            using var unknown = await AskAsync(houses.Client(Database.Postgres), path);
            Assert.True(unknown.StatusCode == HttpStatusCode.NotFound || unknown.RequestMessage!.RequestUri!.AbsolutePath == "/sign-in", $"{path}: {unknown.StatusCode}");
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient http, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A course with groups, work in all states, an extension, a score that was set and a regrade; and its instructor, who is an administrator too.</summary>
    private async Task<(Classroom Room, IReadOnlyList<string> Paths)> StageAsync()
    {
        var room = await Classroom.OpenAsync(houses, Database.Postgres,
            """{"title": "RNN by hand", "dueAt": "2031-01-02T03:04:00Z", "published": true, "items": [{"exercise": "rnn-step-1"}, {"exercise": "graph-to-matrix"}, {"exercise": "rnn-step-2"}]}""", students: 3);
        await room.Instructor.Http.EnrolAsync(room.Course, room.Students[2], group: "Blue");
        await room.SubmitRightAsync(room.Students[1]);
        await room.SubmitRightAsync(room.Students[1], (string)room.Assignment["items"]![1]!["id"]!);
        var carried = await RegradeTests.SubmitCarriedAsync(room, room.Student);
        var set = await room.OpenAsync(room.Student, (string)room.Assignment["items"]![1]!["id"]!);
        using var wrong = await Classroom.SubmitAsync(room.Student, set, new JsonObject { ["crossed_out"] = new JsonArray("h_1[0]") });
        using var overridden = await room.Instructor.Http.PostJsonAsync($"/api/v1/submissions/{carried["id"]}/override", """{"score": 0.9, "reason": "nearly"}""");
        using var extended = await room.Instructor.Http.SendJsonAsync(HttpMethod.Put, $"/api/v1/assignments/{room.AssignmentId}/extensions/{room.Student.Id}", """{"extraAttempts": 1, "reason": "ill"}""");
        using var regraded = await room.Instructor.Http.PostJsonAsync($"/api/v1/assignments/{room.AssignmentId}/regrades", """{"creditsCarried": false}""");
        var regrade = (await regraded.ReadAsync(HttpStatusCode.Created))["id"];
        await using (var store = houses.Store(Database.Postgres))
        {
            (await store.Users.FindAsync([Guid.ParseExact(room.Instructor.Id, "N")], TestContext.Current.CancellationToken))!.IsAdministrator = true;
            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using var webhook = await room.Instructor.Http.PostJsonAsync($"/api/v1/courses/{room.Course}/webhooks", """{"url": "https://127.0.0.1:9/nobody-listens", "secret": "sixteen characters"}""");
        await room.SubmitRightAsync(room.Students[2]);
        var delivery = (await room.Instructor.Http.ReadJsonAsync($"/api/v1/courses/{room.Course}/deliveries"))["items"]![0]!["id"];
        await RegisterPlatformAsync();

        var (course, assignment) = ($"/teach/courses/{room.Course}", $"/teach/assignments/{room.AssignmentId}");
        return (room,
        [
            "/teach", course, $"{course}/roster", $"{course}/audit", $"{course}/assignments/new", $"{assignment}/edit", $"{assignment}/gradebook", $"{assignment}/students/{room.Student.Id}",
            $"/teach/submissions/{carried["id"]}", $"{assignment}/statistics", $"{assignment}/print", $"{assignment}/paper?content=Both", $"{assignment}/items/{room.ItemId}", $"{assignment}/items/{room.Assignment["items"]![1]!["id"]}",
            $"{assignment}/regrade", $"{assignment}/regrades/{regrade}", "/admin/people", "/admin/health",
            $"{course}/connections", $"{course}/connections/deliveries/{delivery}", "/admin/platforms", "/admin/launches", "/admin/launches?outcome=issuer_unknown", $"/admin/people/{room.Student.Id}/join?q=Student",
        ]);
    }

    /// <summary>A platform with a deployment that waits and a clock that is behind, and a launch that went no further.</summary>
    private async Task RegisterPlatformAsync()
    {
        using var made = await Administrator.PostJsonAsync("/api/v1/lti/registrations", $$"""
            {"issuer": "https://lms{{Guid.NewGuid():N}}.example", "clientId": "1", "name": "An LMS", "authorizationEndpoint": "https://lms.example/auth", "keysUrl": "https://lms.example/keys", "deployments": ["1"]}
            """);
        var registration = Guid.ParseExact((string)(await made.ReadAsync(HttpStatusCode.OK))["id"]!, "N");
        await using var store = houses.Store(Database.Postgres);
        store.Add(new LtiDeployment { RegistrationId = registration, DeploymentId = "waits", IsPending = true, CreatedAt = DateTime.UtcNow });
        store.Add(new LtiLaunch { Id = Guid.CreateVersion7(), At = DateTime.UtcNow, RegistrationId = registration, Outcome = "accepted", Detail = null, Skew = -0.3, Claims = "{}" });
        await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        using var refused = await houses.Client(Database.Postgres).GetAsync("/lti/login?login_hint=1&iss=https://unknown.example", TestContext.Current.CancellationToken);
    }
}
