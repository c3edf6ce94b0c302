using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Lti.Platform;

/// <summary>A platform's course with an instructor and an assignment that its links open.</summary>
internal sealed class LmsRoom : IAsyncDisposable
{
    private LmsRoom(TestPlatform platform, Pupil instructor, string course, JsonNode assignment) =>
        (Platform, Instructor, Course, Assignment) = (platform, instructor, course, assignment);

    public TestPlatform Platform { get; }

    public Pupil Instructor { get; }

    public string Course { get; }

    public JsonNode Assignment { get; }

    public string AssignmentId => (string)Assignment["id"]!;

    public static async Task<LmsRoom> OpenAsync(Houses houses, Database database, string assignment = Classroom.Plain) =>
        await OpenAsync(await TestPlatform.RegisteredAsync(houses, database), assignment);

    public static async Task<LmsRoom> OpenAsync(TestPlatform platform, string assignment = Classroom.Plain)
    {
        var instructor = await Pupil.LaunchAsync(platform, new Launch { Roles = RnnGrader.Web.Tests.Lti.Platform.Launch.Instructor, Link = "first" });
        var course = (string)(await instructor.GetAsync("/me"))["courses"]![0]!["id"]!;
        var made = await instructor.PostAsync($"/courses/{course}/assignments", assignment, HttpStatusCode.Created);
        return new(platform, instructor, course, made);
    }

    public Launch Launch(string? user = null) => new Launch { Custom = new() { ["assignment"] = AssignmentId } } is var launch && user is not null ? launch with { User = user } : launch;

    /// <summary>A student who has come by the link.</summary>
    public Task<Pupil> StudentAsync(string? user = null) => Pupil.LaunchAsync(Platform, Launch(user));

    /// <summary>The cell of the student in the platform's gradebook.</summary>
    public TestGrades.Cell? Cell(Pupil student) => Platform.Grades.CellOf("course-1-link-1", student.User);

    /// <summary>A student answers the first item, so many of its five cells rightly.</summary>
    public async Task<JsonNode> SubmitAsync(Pupil student, int right = 5, string? at = null)
    {
        var instance = await student.PostAsync($"/assignments/{AssignmentId}/items/{Assignment["items"]![0]!["id"]}/instance", "{}");
        var solution = await Instructor.GetAsync($"/instances/{instance["id"]}/solution");
        var answers = Cut(Json.Answers(solution), right);
        return await student.PostAsync($"/instances/{instance["id"]}/submissions", new JsonObject { ["answers"] = answers }.ToJsonString(), HttpStatusCode.Created, at);
    }

    /// <summary>A solution of which only the first cells are filled in.</summary>
    public static JsonObject Cut(JsonObject solution, int right)
    {
        var answers = solution.DeepClone().AsObject();
        var left = right;
        foreach (var cell in answers.SelectMany(blank => blank.Value!.AsArray()).Select(row => row!.AsArray()).ToList())
        {
            for (var i = 0; i < cell.Count; i++)
            {
                cell[i] = left-- > 0 ? cell[i]!.DeepClone() : null;
            }
        }

        return answers;
    }

    public async Task<JsonNode> DeliveryAsync(Pupil student) => (await student.GetAsync($"/assignments/{AssignmentId}/delivery"))["items"]!.AsArray().Single()!;

    /// <summary>Waits for something that must come, and fails when it does not.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, string what, int seconds = 40)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(seconds); !await isSo(); await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            Assert.True(DateTime.UtcNow < deadline, $"This did not come: {what}");
        }
    }

    public static Task UntilAsync(Func<bool> isSo, string what, int seconds = 40) => UntilAsync(() => Task.FromResult(isSo()), what, seconds);

    public async ValueTask DisposeAsync()
    {
        Instructor.Dispose();
        await Platform.DisposeAsync();
    }
}
