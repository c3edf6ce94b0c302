using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Courses;

public sealed class RosterTests(Houses houses)
{
    private readonly string mark = Guid.NewGuid().ToString("N")[..8];

    [Theory, OnEveryDatabase]
    public async Task A_roster_of_two_hundred_is_imported_and_importing_it_again_changes_nothing(Database database)
    {
        var (ada, id) = await CourseAsync(database);
        var file = "email,name,role,group\n" + string.Concat(Enumerable.Range(0, 200).Select(n => $"s{n}.{mark}@example.org,Student {n},student,{(n % 2 == 0 ? "A" : "B")}\n"));
        Assert.Equal((200, 0, 0), Counts(await ImportAsync(ada, id, file, HttpStatusCode.OK)));
        Assert.Equal((0, 0, 200), Counts(await ImportAsync(ada, id, file, HttpStatusCode.OK)));
        Assert.Equal((0, 1, 199), Counts(await ImportAsync(ada, id, file.Replace("Student 7,student,B", "Student 7,student,A", StringComparison.Ordinal), HttpStatusCode.OK)));
        Assert.Equal(["A", "B"], (await ada.Http.GetJsonAsync($"/api/v1/courses/{id}"))["groups"]!.AsArray().Select(group => (string)group!["name"]!));
    }

    [Theory, OnEveryDatabase]
    public async Task A_bad_line_leaves_everything_as_it_was_and_is_named(Database database)
    {
        var (ada, id) = await CourseAsync(database);
        var file = $"email,name,role,group\na.{mark}@example.org,A,student,\nnobody,B,student,\nc.{mark}@example.org,C,teacher,\n,,,\nA.{mark}@example.org,A,,,,\n";
        var errors = (await ImportAsync(ada, id, file, HttpStatusCode.UnprocessableEntity))["errors"]!.AsObject();
        Assert.Equal(["line 3", "line 4", "line 5", "line 6"], errors.Select(error => error.Key));
        Assert.Contains("line 2", errors["line 6"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Single((await ada.Http.GetJsonAsync($"/api/v1/courses/{id}/members"))["items"]!.AsArray());
        await using var store = houses.Store(database);
        Assert.False(await store.Users.AnyAsync(p => p.Email == $"a.{mark}@example.org", TestContext.Current.CancellationToken));
    }

    [Theory, OnEveryDatabase]
    public async Task A_dry_run_counts_and_stores_nothing(Database database)
    {
        var (ada, id) = await CourseAsync(database);
        var path = $"/api/v1/courses/{id}/roster?dryRun=true";
        var answer = (await ada.Http.AskAsync("POST", path, $"email,name\nx.{mark}@example.org,X\n", HttpStatusCode.OK, "text/csv"))!;
        Assert.True((bool)answer["dryRun"]!);
        Assert.Equal((1, 0, 0), Counts(answer));
        Assert.Single((await ada.Http.GetJsonAsync($"/api/v1/courses/{id}/members"))["items"]!.AsArray());
        Assert.DoesNotContain("member.added", (await ada.Http.GetJsonAsync($"/api/v1/courses/{id}/audit")).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, InlineData(";", "\r\n", true), InlineData("\t", "\n", false), InlineData(",", "\r\n", true)]
    public async Task Files_of_spreadsheets_are_read(string separator, string end, bool marked)
    {
        var (ada, id) = await CourseAsync(Database.Postgres);
        var file = $"Name;EMAIL;group;role{end}\"Müller, Jörg\"; j.{mark}@example.org ;Montag;Student{end}".Replace(";", separator, StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(file);
        using var content = new ByteArrayContent(marked ? [.. Encoding.UTF8.Preamble, .. bytes] : bytes) { Headers = { ContentType = new("text/csv") } };
        using var response = await ada.Http.PostAsync($"/api/v1/courses/{id}/roster", content, TestContext.Current.CancellationToken);
        Assert.Equal((1, 0, 0), Counts(await response.ReadAsync(HttpStatusCode.OK)));
        var member = (await ada.Http.GetJsonAsync($"/api/v1/courses/{id}/members"))["items"]![1]!;
        Assert.Equal(("Müller, Jörg", $"j.{mark}@example.org", "Montag"), ((string)member["name"]!, (string)member["email"]!, (string)member["group"]!));
    }

    [Fact]
    public async Task A_file_that_is_not_utf_8_is_refused_and_says_how_to_save_it()
    {
        var (ada, id) = await CourseAsync(Database.Sqlite);
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes($"email,name\nj.{mark}@example.org,Müller\n")) { Headers = { ContentType = new("text/csv") } };
        using var response = await ada.Http.PostAsync($"/api/v1/courses/{id}/roster", content, TestContext.Current.CancellationToken);
        Assert.Contains("UTF-8", (string)(await response.ProblemAsync(HttpStatusCode.BadRequest))["detail"]!, StringComparison.Ordinal);
    }

    [Theory, InlineData(""), InlineData("\n"), InlineData("a,b\n"), InlineData("email,name,email\n"), InlineData("email\n"), InlineData("\"email,name\n"), InlineData("email,name\nx\"y,\"z\n"), InlineData("\0")]
    public async Task What_is_no_roster_is_refused(string file)
    {
        var (ada, id) = await CourseAsync(Database.Postgres);
        Assert.NotEmpty((await ImportAsync(ada, id, file, HttpStatusCode.UnprocessableEntity))["errors"]!.AsObject());
    }

    [Fact]
    public async Task A_roster_is_sent_as_csv_and_told_so()
    {
        var (ada, id) = await CourseAsync(Database.Sqlite);
        var problem = (await ada.Http.AskAsync("POST", $"/api/v1/courses/{id}/roster", "{}", HttpStatusCode.UnsupportedMediaType))!;
        Assert.Contains("text/csv", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task Ten_thousand_people_fit_and_one_more_or_a_larger_file_do_not(Database database)
    {
        var (ada, id) = await CourseAsync(database);
        var file = "email,name,role,group\n" + string.Concat(Enumerable.Range(0, 10_000).Select(n => $"s{n}.{mark}@students.example.org,Student {n} of a name of usual length,student,Group {n % 7}\n"));
        Assert.Equal((10_000, 0, 0), Counts(await ImportAsync(ada, id, file, HttpStatusCode.OK)));
        Assert.Equal((0, 0, 10_000), Counts(await ImportAsync(ada, id, file, HttpStatusCode.OK)));
        var problem = await ImportAsync(ada, id, file + $"more.{mark}@example.org,One more,,\n", HttpStatusCode.UnprocessableEntity);
        Assert.Equal("line 10002", problem["errors"]!.AsObject().Single().Key);
        var large = await ImportAsync(ada, id, file + new string(' ', 4 * 1024 * 1024), HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("4194304", (string)large["detail"]!, StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task A_file_without_groups_leaves_groups_alone_and_one_without_roles_is_of_students(Database database)
    {
        var (ada, id) = await CourseAsync(database);
        await ImportAsync(ada, id, $"email,name,group\nx.{mark}@example.org,X,A\n", HttpStatusCode.OK);
        Assert.Equal((0, 0, 1), Counts(await ImportAsync(ada, id, $"email,name\nx.{mark}@example.org,X\n", HttpStatusCode.OK)));
        var member = (await ada.Http.GetJsonAsync($"/api/v1/courses/{id}/members"))["items"]![1]!;
        Assert.Equal(("student", "A"), ((string)member["role"]!, (string)member["group"]!));
    }

    [Theory, OnEveryDatabase]
    public async Task A_roster_does_not_leave_a_course_without_instructor(Database database)
    {
        var (ada, id) = await CourseAsync(database);
        await ImportAsync(ada, id, $"email,name,role\n{ada.Email},Ada,student\n", HttpStatusCode.Conflict);
        Assert.Equal("instructor", (string)(await ada.Http.GetJsonAsync($"/api/v1/courses/{id}"))["role"]!);
    }

    private async Task<(Someone Ada, string Course)> CourseAsync(Database database)
    {
        var ada = await houses.PersonAsync(database, "Ada");
        return (ada, await ada.Http.CourseAsync());
    }

    private static async Task<JsonNode> ImportAsync(Someone instructor, string course, string file, HttpStatusCode expected) =>
        (await instructor.Http.AskAsync("POST", $"/api/v1/courses/{course}/roster", file, expected, "text/csv"))!;

    private static (int Added, int Changed, int Unchanged) Counts(JsonNode answer) => ((int)answer["added"]!, (int)answer["changed"]!, (int)answer["unchanged"]!);
}
