using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Grades;

/// <summary>A course with an instructor and students who work on its assignments over HTTP.</summary>
internal sealed class Classroom(Houses houses, Database database, Someone instructor, string course)
{
    public Someone Instructor => instructor;

    public string Course => course;

    public static async Task<Classroom> OpenAsync(Houses houses, Database database)
    {
        var instructor = await houses.PersonAsync(database, "Ines Structor");
        return new(houses, database, instructor, await instructor.Http.CourseAsync());
    }

    public StoreContext Store() => houses.Store(database);

    public async Task<Someone> StudentAsync(string name = "Stu Dent", string? group = null)
    {
        var student = await houses.PersonAsync(database, name);
        await instructor.Http.EnrolAsync(course, student, "student", group);
        return student;
    }

    public async Task LeaveAsync(Someone person)
    {
        using var left = await instructor.Http.DeleteAsync($"/api/v1/courses/{course}/members/{person.Id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
    }

    public Task<JsonNode> GoalAsync(string group, int goal) => SendAsync(HttpMethod.Put, $"courses/{course}/groups/{group}", $$"""{"goal": {{goal}}}""");

    /// <summary>Something that the instructor does.</summary>
    public async Task<JsonNode> SendAsync(HttpMethod method, string path, string body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = await instructor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.ReadAsync(expected);
    }

    /// <summary>A published assignment of these exercises, with more members where they are given.</summary>
    public Task<JsonNode> AssignAsync(IEnumerable<string> exercises, string more = "")
    {
        var items = string.Join(", ", exercises.Select(exercise => exercise.StartsWith('{') ? exercise : $$"""{"exercise": "{{exercise}}"}"""));
        return SendAsync(HttpMethod.Post, $"courses/{course}/assignments", $$"""{"title": "RNN by hand", "published": true, "items": [{{items}}]{{more}}}""", HttpStatusCode.Created);
    }

    /// <summary>Opens an item for a student; its instance.</summary>
    public static async Task<JsonNode> OpenAsync(Someone student, JsonNode assignment, int item)
    {
        using var opened = await student.Http.PostJsonAsync($"/api/v1/assignments/{assignment["id"]}/items/{assignment["items"]![item]!["id"]}/instance", "{}");
        Assert.True(opened.IsSuccessStatusCode, await opened.Content.ReadAsStringAsync());
        return await opened.ReadAsync(opened.StatusCode);
    }

    /// <summary>Submits the right answers, or what is made of each of them.</summary>
    public async Task<JsonNode> SubmitAsync(Someone student, JsonNode assignment, int item, Func<string, int, string?>? change = null)
    {
        var instance = await OpenAsync(student, assignment, item);
        var cell = 0;
        var answers = new JsonObject((await RightAsync(Guid.Parse((string)instance["id"]!))).Select(blank => KeyValuePair.Create(
            blank.Key, (JsonNode?)new JsonArray([.. blank.Value.Select(text => (JsonNode?)(change is null ? text : change(text, cell++))).Where(text => text is not null || blank.Key != "crossed_out")]))));
        using var submitted = await student.Http.PostJsonAsync($"/api/v1/instances/{instance["id"]}/submissions", new JsonObject { ["answers"] = answers }.ToJsonString());
        return await submitted.ReadAsync(HttpStatusCode.Created);
    }

    public async Task<JsonNode> ReadAsync(string path, Someone? by = null)
    {
        using var response = await (by ?? instructor).Http.GetAsync($"/api/v1/{path}", TestContext.Current.CancellationToken);
        return await response.ReadAsync(HttpStatusCode.OK);
    }

    private async Task<Dictionary<string, string[]>> RightAsync(Guid instance)
    {
        await using var store = Store();
        var sheet = WorksheetJson.Read(await store.Instances.Where(i => i.Id == instance).Select(i => i.Worksheet).SingleAsync());
        return sheet.Difference is { } difference
            ? new() { [difference.Blank] = [.. difference.Reference] }
            : sheet.Quantities.Where(quantity => quantity.IsBlank).ToDictionary(quantity => quantity.Name.Text, quantity => Texts(sheet.Reference[quantity.Name.Slot]));
    }

    private static string[] Texts(Tensor tensor) => tensor.Shape.Kind == ShapeKind.Size ? [$"{tensor[0]}x{tensor[1]}"] : [.. tensor.Cells.ToArray().Select(cell => cell.ToString())];
}
