// The story of a course through HTTP alone: dotnet run docs/course.cs -- <service> <administrator's token> [students]
// It makes a course with a roster, goals, an assignment of all twenty exercises; students submit, some late, some with extensions; then it shows
// the gradebook, the statistics and what a regrade would change. Everything it needs is the .NET SDK and a running service with RNNGRADER_ADMIN_TOKEN set.
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false
#:property EnforceCodeStyleInBuild=false
#:property GenerateDocumentationFile=false
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

var (service, token, students) = (new Uri(args[0].TrimEnd('/') + "/api/v1/"), args[1], args.Length > 2 ? int.Parse(args[2]) : 200);
var administrator = As(token);

Say("A course, and its instructor.");
var run = Guid.NewGuid().ToString("N")[..8];
var teacher = await PostAsync(administrator, "people", new { email = $"teacher.{run}@example.org", name = "Ina Structor" });
var instructor = As((string)(await PostAsync(administrator, "tokens", new { person = (string)teacher["id"]!, name = "course story" }))["token"]!);
var course = await PostAsync(instructor, "courses", new { title = "Recurrent networks by hand", term = "Autumn 2026" });
var coursePath = $"courses/{course["id"]}";

Say($"A roster of {students} in two groups, each with its goal.");
var roster = new StringBuilder("email,name,role,group\n");
for (var number = 1; number <= students; number++)
{
    roster.Append($"student{number}.{run}@example.org,Student {number},student,{(number % 4 == 0 ? "5722" : "4722")}\n");
}

await SendAsync(instructor, HttpMethod.Post, $"{coursePath}/roster", new StringContent(roster.ToString(), Encoding.UTF8, "text/csv"));
await SendAsync(instructor, HttpMethod.Put, $"{coursePath}/groups/4722", JsonContent.Create(new { goal = 16 }));
await SendAsync(instructor, HttpMethod.Put, $"{coursePath}/groups/5722", JsonContent.Create(new { goal = 18 }));

Say("An assignment of all twenty exercises, due an hour ago: whoever has no extension is late by a started day.");
var exercises = (await GetAsync(instructor, "exercises?limit=100"))["items"]!.AsArray();
var assignment = await PostAsync(instructor, $"{coursePath}/assignments", new
{
    title = "The workbook",
    dueAt = DateTimeOffset.UtcNow.AddHours(-1),
    latePenaltyPerDay = 0.1,
    published = true,
    items = exercises.Select(exercise => new { exercise = (string)exercise!["slug"]!, completeAt = 0.8 }),
});
var assignmentPath = $"assignments/{assignment["id"]}";
var members = new List<JsonNode>();
for (string? cursor = ""; cursor is not null;)
{
    var page = await GetAsync(instructor, $"{coursePath}/members?limit=100{(cursor == "" ? "" : $"&cursor={cursor}")}");
    members.AddRange(page["items"]!.AsArray().Where(member => (string)member!["role"]! == "student")!);
    cursor = (string?)page["next"];
}

foreach (var (index, member) in members.Index().Where(member => member.Index % 3 == 0))
{
    await SendAsync(instructor, HttpMethod.Put, $"{assignmentPath}/extensions/{member["person"]}", JsonContent.Create(new { dueAt = DateTimeOffset.UtcNow.AddDays(2), reason = "ill" }));
}

Say("The students work: the first attempt leaves some cells wrong, the second mends most of them.");
await Parallel.ForEachAsync(members.Index(), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (student, _) =>
{
    var http = As((string)(await PostAsync(administrator, "tokens", new { person = (string)student.Item["person"]!, name = "story" }))["token"]!);
    var random = new Random(student.Index);
    foreach (var item in assignment["items"]!.AsArray())
    {
        var instance = await PostAsync(http, $"{assignmentPath}/items/{item!["id"]}/instance", new { });
        var solution = await GetAsync(instructor, $"instances/{instance["id"]}/solution");
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            var skill = Math.Min(1, (0.35 * attempt) + (0.4 * student.Index / members.Count));
            await PostAsync(http, $"instances/{instance["id"]}/submissions", new { answers = Answers(solution, random, skill) });
        }
    }
});

Say("The gradebook, as a spreadsheet opens it:");
Console.WriteLine(string.Join('\n', (await (await SendAsync(instructor, HttpMethod.Get, $"{assignmentPath}/gradebook?format=csv")).Content.ReadAsStringAsync()).Split('\n').Take(4)));

Say("Who has reached the goal:");
var progress = (await GetAsync(instructor, $"{coursePath}/progress?limit=5"))["items"]!.AsArray();
foreach (var row in progress)
{
    Console.WriteLine($"{row!["name"]} ({row["group"]}): {row["completed"]} completed, goal {row["goal"]}, reached: {row["reached"]}");
}

Say("The statistics of the first item:");
Console.WriteLine((await GetAsync(instructor, $"{assignmentPath}/statistics"))["items"]![0]!.ToJsonString());

Say("What would change if carried errors had no credit:");
var regrade = await PostAsync(instructor, $"{assignmentPath}/regrades", new { dryRun = true, creditsCarried = false });
while ((string)regrade["state"]! != "done")
{
    await Task.Delay(500);
    regrade = await GetAsync(instructor, $"{assignmentPath}/regrades/{regrade["id"]}");
}

Console.WriteLine($"{regrade["done"]} submissions looked at, {regrade["changed"]} would change.");
Say("Who did what:");
foreach (var entry in (await GetAsync(instructor, $"{coursePath}/audit?limit=3"))["items"]!.AsArray())
{
    Console.WriteLine($"{entry!["at"]} {entry["action"]}");
}

return;

static void Say(string sentence) => Console.WriteLine($"\n# {sentence}");

HttpClient As(string bearer) => new() { BaseAddress = service, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", bearer) } };

static async Task<JsonNode> PostAsync(HttpClient http, string path, object body)
{
    using var response = await SendAsync(http, HttpMethod.Post, path, JsonContent.Create(body));
    return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
}

static async Task<JsonNode> GetAsync(HttpClient http, string path)
{
    using var response = await SendAsync(http, HttpMethod.Get, path);
    return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
}

static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string path, HttpContent? content = null)
{
    using var request = new HttpRequestMessage(method, path) { Content = content };
    var response = await http.SendAsync(request);
    return response.IsSuccessStatusCode ? response : throw new HttpRequestException($"{method} {path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
}

// What the solution says, but a number is one too much where the student's skill fails; of a set a part is left out.
static JsonObject Answers(JsonNode solution, Random random, double skill)
{
    var answers = new JsonObject();
    foreach (var blank in solution["blanks"]!.AsArray())
    {
        answers[(string)blank!["name"]!] = (string)blank["kind"]! switch
        {
            "crossedOut" => new JsonArray([.. Part(blank).Select(id => (JsonNode)id)]),
            "links" => new JsonArray([.. Part(blank).Select(id => (JsonNode)new JsonArray([.. id.Split("->").Select(unit => (JsonNode)unit)]))]),
            _ => new JsonArray([.. blank["values"]!.AsArray().Select(Slip)]),
        };
    }

    return answers;

    IEnumerable<string> Part(JsonNode blank) => blank["components"]!.AsArray().Where(_ => random.NextDouble() < skill).Select(id => (string)id!);

    JsonNode? Slip(JsonNode? cell) => cell is JsonArray row ? new JsonArray([.. row.Select(Slip)])
        : random.NextDouble() < skill || !decimal.TryParse(cell!.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? cell!.DeepClone()
        : JsonValue.Create(number + 1);
}
