using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Transfers;

public sealed class TransferTests(Houses houses)
{
    /// <summary>Out, in and out again: the same document, whatever an assignment can say.</summary>
    [Theory, OnEveryDatabase]
    public async Task A_course_comes_out_as_it_went_in(Database database)
    {
        var random = new Random(5);
        var instructor = await houses.PersonAsync(database, "Ines Structor");
        for (var round = 0; round < 5; round++)
        {
            var document = Document(random);
            var made = await ImportAsync(instructor, new JsonObject { ["course"] = document.DeepClone() });
            Assert.Equal(("instructor", (string)document["title"]!), ((string)made["role"]!, (string)made["title"]!));
            var exported = await ExportAsync(instructor, made);
            var again = await ImportAsync(instructor, new JsonObject { ["course"] = exported.DeepClone() });
            Assert.NotEqual((string)made["id"]!, (string)again["id"]!);
            Assert.Equal(exported.ToJsonString(), (await ExportAsync(instructor, again)).ToJsonString());
            Compare(document, exported);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_and_no_work_is_in_it(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        await room.SubmitRightAsync(room.Student);
        var text = (await ExportAsync(room.Instructor, new JsonObject { ["id"] = room.Course })).ToJsonString();
        foreach (var person in new[] { room.Student, room.Instructor })
        {
            Assert.DoesNotContain(person.Id, text, StringComparison.Ordinal);
            Assert.DoesNotContain(person.Name, text, StringComparison.Ordinal);
            Assert.DoesNotContain(person.Email, text, StringComparison.Ordinal);
        }

        Assert.Equal(["title", "term", "groups", "assignments"], JsonNode.Parse(text)!.AsObject().Select(member => member.Key));
    }

    [Theory, OnEveryDatabase]
    public async Task Times_move_by_days_of_the_clock_on_the_wall(Database database)
    {
        var instructor = await houses.PersonAsync(database, "Ines Structor");
        var document = JsonNode.Parse("""{"title": "T", "term": "Autumn", "assignments": [{"title": "A", "opensAt": "2026-10-01T06:30:00Z", "dueAt": "2026-10-20T21:59:00Z", "items": []}]}""")!;
        foreach (var (zone, opens, due) in new[] { ("Europe/Berlin", "2027-03-21T07:30:00Z", "2027-04-09T21:59:00Z"), (null, "2027-03-21T06:30:00Z", "2027-04-09T21:59:00Z") })
        {
            var made = await ImportAsync(instructor, new JsonObject { ["course"] = document.DeepClone(), ["term"] = "Spring", ["shiftDays"] = 171, ["timeZone"] = zone });
            var exported = await ExportAsync(instructor, made);
            Assert.Equal("Spring", (string)exported["term"]!);
            Assert.Equal((opens, due), ((string)exported["assignments"]![0]!["opensAt"]!, (string)exported["assignments"]![0]!["dueAt"]!));
        }

        // 02:30 is left out on 28 March 2027: clocks go from 2 to 3.
        document["assignments"]![0]!["opensAt"] = "2026-10-01T00:30:00Z";
        var late = await ExportAsync(instructor, await ImportAsync(instructor, new JsonObject { ["course"] = document.DeepClone(), ["shiftDays"] = 178, ["timeZone"] = "Europe/Berlin" }));
        Assert.Equal("2027-03-28T01:30:00Z", (string)late["assignments"]![0]!["opensAt"]!);
    }

    [Theory, OnEveryDatabase]
    public async Task What_has_no_meaning_is_named_and_nothing_is_half_done(Database database)
    {
        var instructor = await houses.PersonAsync(database, "Ines Structor");
        const string Good = "\"title\": \"T\", \"term\": \"U\"";
        (string Body, string Path)[] cases =
        [
            ("{}", "course"),
            ("""{"course": null}""", "course"),
            ("""{"course": 3}""", "course"),
            ("""{"course": {"term": "U"}}""", "course.title"),
            ($$$"""{"course": { {{{Good}}}, "groups": [null]}}""", "course.groups"),
            ($$$"""{"course": { {{{Good}}}, "groups": [{"name": "", "goal": 3}]}}""", "course.groups"),
            ($$$"""{"course": { {{{Good}}}, "groups": [{"name": "a", "goal": -3}]}}""", "course.groups"),
            ($$$"""{"course": { {{{Good}}}, "groups": [{"name": "a"}, {"name": "a"}]}}""", "course.groups"),
            ($$$"""{"course": { {{{Good}}}, "assignments": [null]}}""", "course.assignments"),
            ($$$"""{"course": { {{{Good}}}, "assignments": [{"title": "A"}, {"title": ""}]}}""", "course.assignments[1].title"),
            ($$$"""{"course": { {{{Good}}}, "assignments": [{"title": "A", "items": [{"exercise": "nothing"}]}]}}""", "course.assignments[0].items[0].exercise"),
            ($$$"""{"course": { {{{Good}}}, "assignments": [{"title": "A"}, {"title": "B", "items": [{"exercise": "rnn-step-1", "parameters": {"nothing": 1}}]}]}}""", "course.assignments[1].items[0].parameters.nothing"),
            ($$$"""{"course": { {{{Good}}} }, "shiftDays": 4000}""", "shiftDays"),
            ($$$"""{"course": { {{{Good}}} }, "timeZone": "Mars/Olympus"}""", "timeZone"),
            ($$$"""{"course": { {{{Good}}} }, "term": ""}""", "term"),
            ($$$"""{"course": { {{{Good}}}, "assignments": [{"title": "A", "dueAt": "9999-12-31T00:00:00Z"}]}, "shiftDays": 3}""", "shiftDays"),
        ];
        foreach (var (body, path) in cases)
        {
            using var response = await instructor.Http.PostJsonAsync("/api/v1/courses/import", body);
            var problem = await response.ProblemAsync(HttpStatusCode.UnprocessableEntity);
            Assert.True(problem["errors"]!.AsObject().ContainsKey(path), $"{body}: {problem}");
        }

        Assert.Empty((await instructor.Http.ReadJsonAsync("/api/v1/courses"))["items"]!.AsArray());
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_import_twice_makes_one_course(Database database)
    {
        var instructor = await houses.PersonAsync(database, "Ines Structor");
        var body = new JsonObject { ["course"] = Document(new Random(1)) }.ToJsonString();
        using var first = await instructor.Http.PostJsonAsync("/api/v1/courses/import", body, "key");
        using var second = await instructor.Http.PostJsonAsync("/api/v1/courses/import", body, "key");
        Assert.Equal((string)(await first.ReadAsync(HttpStatusCode.Created))["id"]!, (string)(await second.ReadAsync(HttpStatusCode.Created))["id"]!);
        Assert.Single((await instructor.Http.ReadJsonAsync("/api/v1/courses"))["items"]!.AsArray());
    }

    private static async Task<JsonNode> ImportAsync(Someone instructor, JsonObject import)
    {
        using var made = await instructor.Http.PostJsonAsync("/api/v1/courses/import", import.ToJsonString());
        return await made.ReadAsync(HttpStatusCode.Created);
    }

    private static Task<JsonNode> ExportAsync(Someone instructor, JsonNode course) => instructor.Http.ReadJsonAsync($"/api/v1/courses/{course["id"]}/export");

    private static JsonObject Document(Random random)
    {
        T? Sometimes<T>(T value) => random.Next(2) == 0 ? default : value;
        var exercises = RnnGrader.Exercises.Catalogue.All;
        return new()
        {
            ["title"] = $"Course {random.Next()} é",
            ["term"] = "Autumn",
            ["groups"] = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(number => (JsonNode)new JsonObject { ["name"] = $"group {number}", ["goal"] = Sometimes<int?>(random.Next(20)) })]),
            ["assignments"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 5)).Select(number => (JsonNode)new JsonObject
            {
                ["title"] = $"Assignment {number}",
                ["opensAt"] = Sometimes("2026-10-01T06:30:00Z"),
                ["dueAt"] = Sometimes("2026-11-01T06:30:00.25Z"),
                ["closesAt"] = Sometimes("2026-12-01T06:30:00Z"),
                ["latePenaltyPerDay"] = random.Next(10) / 10.0,
                ["feedback"] = random.Next(2) == 0 ? "immediate" : "afterDue",
                ["creditsCarried"] = random.Next(2) == 0,
                ["published"] = random.Next(2) == 0,
                ["items"] = new JsonArray([.. Enumerable.Range(0, random.Next(6)).Select(_ => (JsonNode)new JsonObject
                {
                    ["exercise"] = exercises[random.Next(exercises.Count)].Slug,
                    ["points"] = random.Next(100) / 8.0,
                    ["maxAttempts"] = Sometimes<int?>(random.Next(1, 9)),
                    ["newNumbers"] = random.Next(3) switch { 0 => "never", 1 => "onRequest", _ => "eachAttempt" },
                    ["completeAt"] = random.Next(11) / 10.0,
                })]),
            })]),
        };
    }

    // Everything that was sent is there again; null and left out are the same.
    private static void Compare(JsonNode sent, JsonNode exported)
    {
        switch (sent)
        {
            case JsonObject members:
                Assert.All(members, member => Compare(member.Value ?? "", exported[member.Key] ?? ""));
                break;
            case JsonArray elements:
                Assert.Equal(elements.Count, exported.AsArray().Count);
                Assert.All(elements.Index(), element => Compare(element.Item!, exported[element.Index]!));
                break;
            default:
                Assert.Equal(sent.ToJsonString(), exported.ToJsonString());
                break;
        }
    }
}
