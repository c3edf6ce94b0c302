using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.VisualBasic.FileIO;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Grades;

/// <summary>The gradebook as a file, read by a parser that is not the one which wrote it.</summary>
public sealed class GradebookFileTests(Houses houses)
{
    private static readonly string[] Names = ["=1+1", "+49 30", "-1", "@SUM(A1)", " =HYPERLINK(\"x\")", "＝1", "\tTab", "Zoë \"the\" Müller, 王\nJr", "1. Plain"];

    [Theory, OnEveryDatabase]
    public async Task No_cell_starts_a_formula_and_nothing_is_lost(Database database)
    {
        var (room, assignment) = await RoomAsync(database);
        var (bytes, type) = await FileAsync(room, assignment, "?format=csv");
        Assert.Equal("text/csv; charset=utf-8", type);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var rows = Rows(bytes);
        Assert.Equal(["Name", "Email", "Group", "1. Calculate an RNN (t = 1)", "2. Calculate an RNN (t = 1)", "3. MLP parameter sizes", "Total", "Out of"], rows[0]);
        Assert.All(rows.SelectMany(row => row), cell => Assert.False(cell.TrimStart() is [var first, ..] && "=+-@\t\r＝＋－＠".Contains(first), cell));
        Assert.Equal(Names.Order(StringComparer.Ordinal), rows.Skip(1).Select(row => row[0].StartsWith('\'') ? row[0][1..] : row[0]).Order(StringComparer.Ordinal));
        Assert.Equal(Names.Length - 2, rows.Skip(1).Count(row => row[0].StartsWith('\'')));
        Assert.All(rows.Skip(1), row => Assert.Equal("'=group", row[2]));
        var done = rows.Single(row => row[0] == "1. Plain");
        Assert.Equal(["1.33333", "", "", "1.33333", "4.33333"], done[3..]);
    }

    [Theory, OnEveryDatabase]
    public async Task The_layouts_are_those_that_canvas_and_moodle_read(Database database)
    {
        var (room, assignment) = await RoomAsync(database);
        var canvas = Rows((await FileAsync(room, assignment, "?layout=canvas")).Bytes);
        Assert.Equal(
            ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "RNN by hand: 1. Calculate an RNN (t = 1)", "RNN by hand: 2. Calculate an RNN (t = 1)", "RNN by hand: 3. MLP parameter sizes"],
            canvas[0]);
        Assert.Equal(["    Points Possible", "", "", "", "", "1.33333", "1", "2"], canvas[1]);
        var inCanvas = canvas.Single(row => row[0] == "1. Plain");
        Assert.EndsWith("@example.org", inCanvas[3], StringComparison.Ordinal);
        Assert.Equal(["1.33333", "", ""], inCanvas[5..]);
        Assert.Equal(Names.Length + 2, canvas.Count);

        var moodle = Rows((await FileAsync(room, assignment, "?layout=moodle")).Bytes);
        Assert.Equal(["Full name", "Email address", .. canvas[0][5..], "Total", "Out of"], moodle[0]);
        Assert.Equal(["1. Plain", inCanvas[3], "1.33333", "", "", "1.33333", "4.33333"], moodle.Single(row => row[0] == "1. Plain"));
        Assert.Equal(Names.Length + 1, moodle.Count);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_has_no_address_is_not_in_a_file_for_moodle(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        await room.StudentAsync("Known");
        var unknown = await room.StudentAsync("Unknown");
        await using (var store = room.Store())
        {
            (await store.Users.FindAsync([Guid.Parse(unknown.Id)], TestContext.Current.CancellationToken))!.Email = null;
            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var assignment = await room.AssignAsync(["rnn-step-1"]);
        Assert.Equal(["Known"], Rows((await FileAsync(room, assignment, "?layout=moodle")).Bytes).Skip(1).Select(row => row[0]));
        Assert.Equal(["Known", "Unknown"], Rows((await FileAsync(room, assignment, "?format=csv")).Bytes).Skip(1).Select(row => row[0]));
    }

    [Theory, OnEveryDatabase]
    public async Task A_file_is_what_is_wanted_most(Database database)
    {
        var (room, assignment) = await RoomAsync(database);
        foreach (var (accept, type) in new[]
        {
            ("text/csv", "text/csv"), ("text/csv, */*", "text/csv"), ("application/json, text/csv", "application/json"), ("application/json;q=0.5, text/csv", "text/csv"),
            ("text/html, */*", "application/json"), ("text/csv;q=0", "application/json"),
        })
        {
            Assert.Equal(type, (await FileAsync(room, assignment, "", accept)).Type!.Split(';')[0]);
        }

        Assert.Equal("application/json", (await FileAsync(room, assignment, "?format=json", "text/csv")).Type!.Split(';')[0]);
    }

    /// <summary>More rows than a page or a buffer holds, each student once, by name.</summary>
    [Theory, OnEveryDatabase]
    public async Task A_file_has_the_whole_class(Database database)
    {
        const int size = 2000;
        var room = await Classroom.OpenAsync(houses, database);
        var assignment = await room.AssignAsync(["rnn-step-1"]);
        await using (var store = room.Store())
        {
            var now = DateTime.UtcNow;
            foreach (var number in Enumerable.Range(0, size))
            {
                var person = new Person { Id = Guid.CreateVersion7(), Name = string.Create(CultureInfo.InvariantCulture, $"Student {number:D4}"), UserName = $"{Guid.NewGuid():N}", CreatedAt = now };
                person.NormalizedUserName = person.UserName.ToUpperInvariant();
                store.Add(person);
                store.Add(new Membership { CourseId = Guid.Parse(room.Course), PersonId = person.Id, Role = CourseRole.Student, GroupName = null, JoinedAt = now });
                store.Add(new Standing
                {
                    ItemId = Guid.Parse((string)assignment["items"]![0]!["id"]!),
                    PersonId = person.Id,
                    CourseId = Guid.Parse(room.Course),
                    AssignmentId = Guid.Parse((string)assignment["id"]!),
                    OpenedAt = now,
                    Attempts = 1,
                    First = number / (double)size,
                    Best = number / (double)size,
                    LastAt = now,
                });
            }

            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var rows = Rows((await FileAsync(room, assignment, "?format=csv")).Bytes);
        Assert.Equal(Enumerable.Range(0, size).Select(number => string.Create(CultureInfo.InvariantCulture, $"Student {number:D4}")), rows.Skip(1).Select(row => row[0]));
        Assert.Equal(Enumerable.Range(0, size).Select(number => number / (double)size), rows.Skip(1).Select(row => double.Parse(row[3], CultureInfo.InvariantCulture)));
    }

    private async Task<(Classroom Room, JsonNode Assignment)> RoomAsync(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        var assignment = await room.AssignAsync(["""{"exercise": "rnn-step-1", "points": 1.333333333}""", "rnn-step-1", """{"exercise": "mlp-parameter-sizes", "points": 2}"""]);
        foreach (var name in Names)
        {
            var student = await room.StudentAsync("Plain", "=group");
            await using var store = room.Store();
            (await store.Users.FindAsync([Guid.Parse(student.Id)], TestContext.Current.CancellationToken))!.Name = name;
            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
            if (name == "1. Plain")
            {
                await room.SubmitAsync(student, assignment, 0);
            }
        }

        return (room, assignment);
    }

    private static async Task<(byte[] Bytes, string? Type)> FileAsync(Classroom room, JsonNode assignment, string query, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/assignments/{assignment["id"]}/gradebook{query}");
        foreach (var type in accept?.Split(", ") ?? [])
        {
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(type));
        }

        using var response = await room.Instructor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
        return (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), response.Content.Headers.ContentType?.ToString());
    }

    private static List<string[]> Rows(byte[] bytes)
    {
        using var parser = new TextFieldParser(new MemoryStream(bytes), Encoding.UTF8) { TextFieldType = FieldType.Delimited, HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        parser.SetDelimiters(",");
        List<string[]> rows = [];
        while (!parser.EndOfData)
        {
            rows.Add(parser.ReadFields()!);
        }

        return rows;
    }
}
