using System.Net;
using System.Text.Json.Nodes;

namespace RnnGrader.Web.Tests.House;

/// <summary>A course with an instructor, students and an assignment.</summary>
/// <param name="Administrator">A client that may do everything.</param>
/// <param name="Instructor">Who teaches it.</param>
/// <param name="Students">Who work in it.</param>
/// <param name="Course">Its id.</param>
/// <param name="Assignment">The assignment, as it was answered.</param>
public sealed record Classroom(HttpClient Administrator, Someone Instructor, IReadOnlyList<Someone> Students, string Course, JsonNode Assignment)
{
    /// <summary>One item of `rnn-step-1`, open for ever, published.</summary>
    public const string Plain = """{"title": "RNN by hand", "published": true, "items": [{"exercise": "rnn-step-1"}]}""";

    public string AssignmentId => (string)Assignment["id"]!;

    public string ItemId => (string)Assignment["items"]![0]!["id"]!;

    public Someone Student => Students[0];

    public static Task<Classroom> OpenAsync(Houses houses, Database database, string assignment = Plain, int students = 1) =>
        OpenAsync(houses.AsAdministrator(database), assignment, students);

    public static async Task<Classroom> OpenAsync(HttpClient administrator, string assignment = Plain, int students = 1)
    {
        var instructor = await administrator.PersonAsync("Ina Structor");
        var course = await instructor.Http.CourseAsync();
        List<Someone> members = [];
        for (var number = 1; number <= students; number++)
        {
            members.Add(await administrator.PersonAsync($"Student {number}"));
            await instructor.Http.EnrolAsync(course, members[^1]);
        }

        using var made = await instructor.Http.PostJsonAsync($"/api/v1/courses/{course}/assignments", assignment);
        return new(administrator, instructor, members, course, await made.ReadAsync(HttpStatusCode.Created));
    }

    /// <summary>A student's request to open the (first) item.</summary>
    public Task<HttpResponseMessage> AskAsync(Someone student, bool wantsNew = false, string? item = null) =>
        student.Http.PostJsonAsync($"/api/v1/assignments/{AssignmentId}/items/{item ?? ItemId}/instance", wantsNew ? """{"new": true}""" : "{}");

    /// <summary>The student's instance of the (first) item.</summary>
    public async Task<JsonNode> OpenAsync(Someone student, string? item = null)
    {
        using var response = await AskAsync(student, item: item);
        return await response.ReadAsync(response.StatusCode == HttpStatusCode.Created ? HttpStatusCode.Created : HttpStatusCode.OK);
    }

    /// <summary>Right answers to an instance, which staff can see.</summary>
    public async Task<JsonObject> SolveAsync(JsonNode instance)
    {
        var solution = await Instructor.Http.ReadJsonAsync($"/api/v1/instances/{instance["id"]}/solution");
        return Json.Answers(solution);
    }

    /// <summary>A student's submission.</summary>
    public static Task<HttpResponseMessage> SubmitAsync(Someone student, JsonNode instance, JsonNode answers, string? key = null) =>
        student.Http.PostJsonAsync($"/api/v1/instances/{instance["id"]}/submissions", new JsonObject { ["answers"] = answers.DeepClone() }.ToJsonString(), key);

    /// <summary>A student submits right answers to the (first) item.</summary>
    public async Task<JsonNode> SubmitRightAsync(Someone student, string? item = null)
    {
        var instance = await OpenAsync(student, item);
        using var response = await SubmitAsync(student, instance, await SolveAsync(instance));
        return await response.ReadAsync(HttpStatusCode.Created);
    }

    /// <summary>A student's own row for the (first) item.</summary>
    public async Task<JsonNode> WorkAsync(Someone student, int item = 0) =>
        (await student.Http.ReadJsonAsync($"/api/v1/assignments/{AssignmentId}/work"))["items"]![item]!;
}
