using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Pages;
using RnnGrader.Web.People;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Printing;

/// <summary>An assignment on paper holds the numbers that its students get online, and for nobody but staff a key.</summary>
public sealed class PrintTests(Houses houses)
{
    private const string Ahead = """{"title": "RNN by hand", "published": true, "opensAt": "2031-01-01T00:00:00Z", "items": [{"exercise": "rnn-step-1"}, {"exercise": "graph-to-matrix"}]}""";

    [Theory, OnEveryDatabase]
    public async Task The_numbers_printed_before_it_opens_are_those_that_a_student_gets_when_it_opens_and_not_before(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, Ahead, students: 2);
        var page = await room.PrintAsync();
        var codes = Prints.Codes(page);
        Assert.Equal(4, codes.Distinct().Count());

        var id = (string)(await room.WorkAsync(room.Student))["instance"]!;
        foreach (var path in new[] { $"/api/v1/instances/{id}", $"/api/v1/instances/{id}/diagram.svg", $"/worksheets/{id}", $"/worksheets/{id}/paper" })
        {
            using var early = await room.Student.Http.GetAsync(path, TestContext.Current.CancellationToken);
            await early.ProblemAsync(HttpStatusCode.Conflict);
        }

        using var opened = await room.Instructor.Http.SendJsonAsync(HttpMethod.Patch, $"/api/v1/assignments/{room.AssignmentId}", """{"opensAt": "2020-01-01T00:00:00Z"}""");
        await opened.ReadAsync(HttpStatusCode.OK);
        foreach (var student in room.Students)
        {
            var online = await room.OpenAsync(student);
            Assert.Equal((string)(await room.WorkAsync(student))["instance"]!, (string)online["id"]!);
            Assert.Contains(await student.Http.GetStringAsync($"/api/v1/instances/{online["id"]}/diagram.svg?view=matrix", TestContext.Current.CancellationToken), page, StringComparison.Ordinal);
        }

        Assert.Equal(codes, Prints.Codes(await room.PrintAsync()));
        Assert.Equal(codes.Take(2), Prints.Codes(await room.PrintAsync($"student={room.Student.Id}&content=Worksheets")));
        Assert.Equal([codes[0], codes[2]], Prints.Codes(await room.PrintAsync($"item={room.ItemId}")));
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_student_opened_first_is_what_is_printed_and_work_on_paper_alone_has_no_time(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, """{"title": "RNN", "published": true, "items": [{"exercise": "rnn-step-1", "newNumbers": "eachAttempt"}]}""", students: 3);
        var first = await room.SubmitRightAsync(room.Student);
        var second = await room.OpenAsync(room.Students[1]);
        var page = await room.PrintAsync();
        Assert.Contains(await Diagram(room, (string)second["id"]!), page, StringComparison.Ordinal);

        // An attempt is used up: the next numbers are printed, and are those that are opened next.
        var next = await room.OpenAsync(room.Student);
        Assert.NotEqual((string)first["instance"]!, (string)next["id"]!);
        Assert.Contains(await Diagram(room, (string)next["id"]!), page, StringComparison.Ordinal);

        var (paper, paperOnly) = (room.Students[2], (await room.WorkAsync(room.Students[2]))["instance"]!);
        using var submitted = await Classroom.SubmitAsync(paper, new JsonObject { ["id"] = (string)paperOnly! }, await room.SolveAsync(new JsonObject { ["id"] = (string)paperOnly! }));
        Assert.True((bool)(await submitted.ReadAsync(HttpStatusCode.Created))["complete"]!);
        Assert.Equal((null, null), await TimesAsync(database, room, paper));
        await room.OpenAsync(paper);
        Assert.NotNull((await TimesAsync(database, room, paper)).OpenedAt);
    }

    [Theory, OnEveryDatabase]
    public async Task A_worksheet_from_before_there_were_codes_gets_one_when_it_is_printed(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        var id = Guid.ParseExact((string)(await room.OpenAsync(room.Student))["id"]!, "N");
        await using var store = houses.Store(database);
        await store.Instances.Where(i => i.Id == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.Code, (string?)null), TestContext.Current.CancellationToken);
        Assert.Empty(Prints.Codes(await room.Student.Http.PageAsync($"/worksheets/{id:N}/paper")));
        var code = Assert.Single(Prints.Codes(await room.PrintAsync()));
        Assert.Equal([code], Prints.Codes(await room.Student.Http.PageAsync($"/worksheets/{id:N}/paper")));
        Assert.Equal([code], Prints.Codes(await room.PrintAsync()));
    }

    [Theory, OnEveryDatabase]
    public async Task Only_staff_print_and_see_the_key(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, Ahead.Replace("2031", "2021", StringComparison.Ordinal));
        var administrator = houses.AsAdministrator(database);
        var (assistant, outsider) = (await administrator.PersonAsync("Assi Stant"), await administrator.PersonAsync("Out Sider"));
        await room.Instructor.Http.EnrolAsync(room.Course, assistant, "assistant");
        using var byStudent = await room.Student.Http.SendPrintAsync(room.AssignmentId, "content=Key");
        await byStudent.ProblemAsync(HttpStatusCode.Forbidden);
        using var byOutsider = await outsider.Http.SendPrintAsync(room.AssignmentId, "content=Key");
        await byOutsider.ProblemAsync(HttpStatusCode.NotFound);
        Assert.Null((await room.WorkAsync(room.Student))["instance"]);
        using var byAssistant = await assistant.Http.SendPrintAsync(room.AssignmentId, "content=Key");
        Assert.True(byAssistant.HasLed());

        var address = $"/teach/assignments/{room.AssignmentId}/paper?content=Both";
        using var seen = await room.Student.Http.BrowseAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, seen.StatusCode);
        var key = await assistant.Http.PageAsync(address);
        Assert.Equal(2, Prints.Answers(key).Count);
        Assert.Contains(Texts.PrintKey, key, StringComparison.Ordinal);
        var own = await room.Student.Http.PageAsync($"/worksheets/{(await room.WorkAsync(room.Student))["instance"]}/paper");
        foreach (var page in new[] { own, await assistant.Http.PageAsync(address.Replace("Both", "Worksheets", StringComparison.Ordinal)) })
        {
            Assert.Contains("printout", page, StringComparison.Ordinal);
            Assert.DoesNotContain("solved", page, StringComparison.Ordinal);
            Assert.All(Prints.Answers(key), answer => Assert.DoesNotContain(answer, page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Printed_numbers_keep_their_exercise_while_times_may_still_change()
    {
        var room = await Classroom.OpenAsync(houses, Database.Sqlite, Ahead);
        await room.PrintAsync($"item={room.ItemId}");
        var path = $"/api/v1/assignments/{room.AssignmentId}";
        using var later = await room.Instructor.Http.SendJsonAsync(HttpMethod.Patch, path, """{"opensAt": "2032-01-01T00:00:00Z", "published": false}""");
        await later.ReadAsync(HttpStatusCode.OK);
        using var without = await room.Instructor.Http.SendJsonAsync(HttpMethod.Patch, path, """{"items": [{"exercise": "rnn-step-2"}]}""");
        await without.ProblemAsync(HttpStatusCode.Conflict);
        using var removed = await room.Instructor.Http.SendJsonAsync(HttpMethod.Delete, path);
        Assert.True((bool)(await removed.ReadAsync(HttpStatusCode.OK))["archived"]!);
    }

    [Fact]
    public async Task A_large_class_is_printed_in_parts()
    {
        var room = await Classroom.OpenAsync(houses, Database.Postgres);
        await using (var store = houses.Store(Database.Postgres))
        {
            var course = Guid.ParseExact(room.Course, "N");
            foreach (var number in Enumerable.Range(0, 130))
            {
                var person = Accounts.New($"{Guid.NewGuid():N}@example.org", $"Many {number}", DateTime.UtcNow);
                store.Add(person);
                store.Add(new Membership { CourseId = course, PersonId = person.Id, Role = CourseRole.Student, GroupName = null, JoinedAt = DateTime.UtcNow });
            }

            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var (first, second) = (await room.PrintAsync("part=1"), await room.PrintAsync("part=2"));
        Assert.Equal((120, 11), (Prints.Codes(first).Count, Prints.Codes(second).Count));
        Assert.Empty(Prints.Codes(first).Intersect(Prints.Codes(second)));
        Assert.Contains(Texts.PrintNext.Replace("{0}", "2", StringComparison.Ordinal).Replace("{1}", "2", StringComparison.Ordinal), first, StringComparison.Ordinal);
    }

    private static Task<string> Diagram(Classroom room, string id) =>
        room.Instructor.Http.GetStringAsync($"/api/v1/instances/{id}/diagram.svg?view=matrix", TestContext.Current.CancellationToken);

    private async Task<(DateTime? OpenedAt, int? Seconds)> TimesAsync(Database database, Classroom room, Someone student)
    {
        await using var store = houses.Store(database);
        var (item, person) = (Guid.ParseExact(room.ItemId, "N"), Guid.ParseExact(student.Id, "N"));
        var standing = await store.Standings.SingleAsync(s => s.ItemId == item && s.PersonId == person, TestContext.Current.CancellationToken);
        return (standing.OpenedAt, standing.SecondsToComplete);
    }
}
