using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Access;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Access;

/// <summary>A course with all that an operation can be about, and a client for each actor.</summary>
internal sealed class Stage
{
    private readonly Dictionary<Actor, HttpClient> clients = [];
    private readonly Dictionary<Place, string> ids = [];
    private readonly Dictionary<string, string> parameters = [];

    public static async Task<Stage> SetAsync(Houses houses, Database database)
    {
        var stage = new Stage();
        // One attempt, so that its solution may be seen once that is made.
        var room = await Classroom.OpenAsync(houses, database, """{"title": "RNN by hand", "published": true, "items": [{"exercise": "rnn-step-1", "maxAttempts": 1}]}""", students: 2);
        var elsewhere = await Classroom.OpenAsync(houses, database);
        var assistant = await houses.PersonAsync(database, "Assi Stant");
        await room.Instructor.Http.EnrolAsync(room.Course, assistant, "assistant");
        stage.parameters["registration"] = await MadeAsync(room.Administrator, "/api/v1/lti/registrations", $$"""
            {"issuer": "https://lms{{Guid.NewGuid():N}}.example", "clientId": "1", "authorizationEndpoint": "https://lms.example/auth", "tokenEndpoint": "https://lms.example/token", "keysUrl": "https://lms.example/keys"}
            """);
        stage.parameters["webhook"] = await MadeAsync(room.Instructor.Http, $"/api/v1/courses/{room.Course}/webhooks", """{"url": "https://127.0.0.1:9/nobody-listens", "secret": "sixteen characters"}""");
        var submission = await room.SubmitRightAsync(room.Student);
        stage.parameters["delivery"] = (string)(await room.Instructor.Http.ReadJsonAsync($"/api/v1/courses/{room.Course}/deliveries"))["items"]![0]!["id"]!;
        using var regrade = await room.Instructor.Http.PostJsonAsync($"/api/v1/assignments/{room.AssignmentId}/regrades", "{}");
        stage.ids[Place.Course] = room.Course;
        stage.ids[Place.Assignment] = room.AssignmentId;
        stage.ids[Place.Instance] = (string)submission["instance"]!;
        stage.ids[Place.Submission] = (string)submission["id"]!;
        stage.ids[Place.Person] = room.Student.Id;
        stage.ids[Place.Token] = (string)(await room.Student.Http.ReadJsonAsync("/api/v1/tokens"))["items"]![0]!["id"]!;
        stage.parameters["person"] = room.Student.Id;
        stage.parameters["item"] = room.ItemId;
        stage.parameters["regrade"] = (string)(await regrade.ReadAsync(HttpStatusCode.Created))["id"]!;
        stage.parameters["slug"] = "rnn-step-1";
        stage.parameters["name"] = "a group";
        stage.parameters["blank"] = "h_1";
        stage.parameters["row"] = stage.parameters["column"] = "0";

        var nobody = houses.Client(database);
        stage.clients[Actor.Nobody] = nobody;
        stage.clients[Actor.Expired] = nobody.With(await ExpiredAsync(houses, database, room.Instructor));
        stage.clients[Actor.Revoked] = nobody.With(await RevokedAsync(room.Instructor));
        stage.clients[Actor.Newcomer] = (await houses.PersonAsync(database, "New Comer")).Http;
        stage.clients[Actor.StudentElsewhere] = elsewhere.Student.Http;
        stage.clients[Actor.InstructorElsewhere] = elsewhere.Instructor.Http;
        stage.clients[Actor.Classmate] = room.Students[1].Http;
        stage.clients[Actor.Student] = room.Student.Http;
        stage.clients[Actor.Assistant] = assistant.Http;
        stage.clients[Actor.Instructor] = room.Instructor.Http;
        stage.clients[Actor.Administrator] = houses.AsAdministrator(database);
        return stage;
    }

    public HttpClient As(Actor actor) => clients[actor];

    /// <summary>A path with ids of this stage in place of its parameters.</summary>
    public string Fill(string path, Place place) => string.Join('/', path.Split('/').Select(part =>
        part == "{id}" ? ids[place]
        : part.StartsWith('{') ? Uri.EscapeDataString(parameters[part.Trim('{', '}')])
        : part));

    private static async Task<string> MadeAsync(HttpClient http, string path, string body)
    {
        using var made = await http.PostJsonAsync(path, body);
        return (string)(await made.ReadAsync(made.StatusCode == HttpStatusCode.OK ? HttpStatusCode.OK : HttpStatusCode.Created))["id"]!;
    }

    private static async Task<JsonNode> TokenAsync(HttpClient http, string name)
    {
        using var made = await http.PostJsonAsync("/api/v1/tokens", $$"""{"name": "{{name}}"}""");
        return await made.ReadAsync(HttpStatusCode.Created);
    }

    private static async Task<string> ExpiredAsync(Houses houses, Database database, Someone person)
    {
        var token = await TokenAsync(person.Http, "expired");
        await using var store = houses.Store(database);
        var id = Guid.ParseExact((string)token["id"]!, "N");
        await store.AccessTokens.Where(t => t.Id == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.ExpiresAt, DateTime.UtcNow.AddSeconds(-1)), TestContext.Current.CancellationToken);
        return (string)token["token"]!;
    }

    private static async Task<string> RevokedAsync(Someone person)
    {
        var token = await TokenAsync(person.Http, "revoked");
        using var revoked = await person.Http.DeleteAsync($"/api/v1/tokens/{token["id"]}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        return (string)token["token"]!;
    }
}
