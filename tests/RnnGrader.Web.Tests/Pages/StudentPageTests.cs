using System.Net;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Pages;

/// <summary>The students' pages: who sees them, and what they cost.</summary>
public sealed class StudentPageTests(Houses houses)
{
    private const int MostBytes = 200_000;
    private const int MostCommands = 7;

    [Theory, OnEveryDatabase]
    public async Task A_student_sees_the_pages_of_their_own_courses_and_their_own_work_alone(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, students: 2);
        var elsewhere = await Classroom.OpenAsync(houses, database);
        var newcomer = await houses.PersonAsync(database, "New Comer");
        var own = (string)(await room.OpenAsync(room.Student))["id"]!;
        (string Path, HttpStatusCode Classmate)[] pages =
            [($"/courses/{room.Course}", HttpStatusCode.OK), ($"/assignments/{room.AssignmentId}", HttpStatusCode.OK), ($"/worksheets/{own}", HttpStatusCode.NotFound), ($"/worksheets/{own}/solution", HttpStatusCode.NotFound)];
        foreach (var (path, classmate) in pages)
        {
            Assert.Equal(path.EndsWith("solution", StringComparison.Ordinal) ? HttpStatusCode.Forbidden : HttpStatusCode.OK, await AskAsync(room.Student.Http, path));
            Assert.Equal(classmate, await AskAsync(room.Students[1].Http, path));
            Assert.Equal(HttpStatusCode.OK, await AskAsync(room.Instructor.Http, path));
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(elsewhere.Student.Http, path));
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(elsewhere.Instructor.Http, path));
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(newcomer.Http, path));
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_draft_is_a_page_for_those_who_teach_and_for_no_student(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, """{"title": "Not yet", "items": [{"exercise": "rnn-step-1"}]}""");
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(room.Student.Http, $"/assignments/{room.AssignmentId}"));
        Assert.DoesNotContain("Not yet", await TextAsync(room.Student.Http, $"/courses/{room.Course}"), StringComparison.Ordinal);
        var preview = await TextAsync(room.Instructor.Http, $"/assignments/{room.AssignmentId}");
        Assert.Contains("no student sees it", preview, StringComparison.Ordinal);
        Assert.Contains($"/teach/assignments/{room.AssignmentId}/gradebook", preview, StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task Everybody_comes_to_their_own_courses(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        // A token does not go along with a redirect, so that the next page asks to sign in and says what it is.
        await TextAsync(room.Student.Http, "/home", "/sign-in?return=%2Fcourses");
        await TextAsync(room.Instructor.Http, "/home", "/sign-in?return=%2Fteach");
        await TextAsync(houses.Client(database), "/home", "/sign-in?return=%2Fhome");
        Assert.Contains($"\"/courses/{room.Course}", await TextAsync(room.Student.Http, "/courses"), StringComparison.Ordinal);
        Assert.Contains($"\"/teach/courses/{room.Course}", await TextAsync(room.Instructor.Http, "/courses"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_due_next_stands_first_and_what_is_over_last()
    {
        var room = await Classroom.OpenAsync(houses, Database.Postgres, """{"title": "A: never due", "published": true, "items": [{"exercise": "rnn-step-1"}]}""");
        foreach (var more in new[]
        {
            """{"title": "B: over", "published": true, "closesAt": "2020-01-01T00:00:00Z"}""", """{"title": "C: later", "published": true, "dueAt": "2031-05-01T00:00:00Z", "items": [{"exercise": "rnn-step-2"}]}""",
            """{"title": "D: to come", "published": true, "opensAt": "2031-01-01T00:00:00Z"}""", """{"title": "E: next", "published": true, "dueAt": "2031-04-01T00:00:00Z", "items": [{"exercise": "rnn-step-3"}]}""",
        })
        {
            using var made = await room.Instructor.Http.PostJsonAsync($"/api/v1/courses/{room.Course}/assignments", more);
            await made.ReadAsync(HttpStatusCode.Created);
        }

        var page = await TextAsync(room.Student.Http, $"/courses/{room.Course}");
        string[] order = ["E: next", "C: later", "A: never due", "D: to come", "B: over"];
        Assert.Equal(order, order.OrderBy(title => page.IndexOf(title, StringComparison.Ordinal)));
        Assert.All(order, title => Assert.Contains(title, page, StringComparison.Ordinal));
    }

    /// <summary>A course of two assignments and ten exercises, so that a command for each would be seen.</summary>
    [Fact]
    public async Task A_page_of_a_student_is_small_and_takes_a_handful_of_commands_of_the_database()
    {
        await using var service = await ServiceProcess.StartAsync(
            houses.Folder(), await houses.MigratedAsync(Database.Postgres), ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken), ("Deliveries__PollSeconds", "3600"),
            ("Logging__LogLevel__Microsoft.EntityFrameworkCore.Database.Command", "Information"));
        var items = string.Join(", ", Enumerable.Range(1, 4).Select(number => $$"""{"exercise": "multilayer-rnn-t{{(number % 3) + 1}}"}"""));
        var room = await Classroom.OpenAsync(service.Http.With(Houses.AdministratorToken), $$"""{"title": "RNN", "published": true, "items": [{"exercise": "seq2seq-forward"}, {{items}}]}""");
        using var another = await room.Instructor.Http.PostJsonAsync($"/api/v1/courses/{room.Course}/assignments", $$"""{"title": "More", "published": true, "items": [{"exercise": "rnn-step-1"}, {{items}}]}""");
        await another.ReadAsync(HttpStatusCode.Created);
        await room.SubmitRightAsync(room.Student, (string)room.Assignment["items"]![1]!["id"]!);
        var instance = (string)(await room.SubmitRightAsync(room.Student))["instance"]!;
        using var hint = await room.Student.Http.GetAsync($"/api/v1/instances/{instance}/hints/h_1/0/0", TestContext.Current.CancellationToken);
        foreach (var path in new[] { "/courses", $"/courses/{room.Course}", $"/assignments/{room.AssignmentId}", $"/worksheets/{instance}" })
        {
            await TextAsync(room.Student.Http, path); // what is read once for all is read
            var before = Commands(service);
            Assert.InRange((await TextAsync(room.Student.Http, path)).Length, 1000, MostBytes);
            using var health = await service.Http.GetAsync("/health/live", TestContext.Current.CancellationToken); // what is logged by now is read
            Assert.True(Commands(service) - before is > 0 and <= MostCommands, $"{path}: {Commands(service) - before}\n{string.Join('\n', service.Log.Split('\n').TakeLast(60))}");
        }
    }

    // A job looks for regrades every two seconds.
    private static int Commands(ServiceProcess service) => service.Log.Split('\n').Count(line => line.Contains("Executed DbCommand", StringComparison.Ordinal) && !line.Contains("regrades", StringComparison.Ordinal));

    private static async Task<HttpStatusCode> AskAsync(HttpClient http, string path)
    {
        using var response = await GetAsync(http, path);
        return response.StatusCode;
    }

    private static async Task<string> TextAsync(HttpClient http, string path, string? landing = null)
    {
        using var response = await GetAsync(http, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(landing ?? path, response.RequestMessage!.RequestUri!.PathAndQuery);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient http, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
