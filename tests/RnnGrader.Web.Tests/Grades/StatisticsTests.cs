using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Grades;

public sealed class StatisticsTests(Houses houses)
{
    /// <summary>What students handed in, as it was answered to them.</summary>
    private sealed record Handed(string Student, int Item, JsonNode Submission);

    /// <summary>A random class; every figure again in plain C# from what its students were answered.</summary>
    [Theory, OnEveryDatabase]
    public async Task Figures_are_those_of_the_submissions(Database database)
    {
        var random = new Random(20261123);
        var room = await Classroom.OpenAsync(houses, database);
        var assignment = await room.AssignAsync(
            ["""{"exercise": "rnn-step-1", "points": 2, "completeAt": 0.6}""", "rnn-parameter-sizes-small", """{"exercise": "graph-to-matrix", "points": 0.5}""", "rnn-step-2", "rnn-step-3"],
            ", \"dueAt\": \"2020-01-01T00:00:00Z\", \"latePenaltyPerDay\": 0.0001");
        List<Handed> handed = [];
        for (var number = 0; number < 14; number++)
        {
            var student = await room.StudentAsync();
            var carelessness = random.NextDouble();
            for (var item = 0; item < 4; item++)
            {
                for (var attempt = item == 3 && number > 7 ? 3 : random.Next(3); attempt < 3; attempt++)
                {
                    handed.Add(new(student.Id, item, await room.SubmitAsync(student, assignment, item, (text, _) => random.NextDouble() < carelessness / (attempt + 1) ? Wrong(text, random) : text)));
                }
            }
        }

        await SetSecondsAsync(room, random);
        var items = (await room.ReadAsync($"assignments/{assignment["id"]}/statistics"))["items"]!.AsArray();
        Assert.Equal(5, items.Count);
        var ranked = handed.GroupBy(h => (h.Student, h.Item)).Select(own => (own.Key.Student, own.Key.Item, Best: own.Max(h => Counted(h))))
            .GroupBy(best => best.Student).Select(own => (Student: own.Key, Total: own.Sum(best => best.Best * (double)assignment["items"]![best.Item]!["points"]!)))
            .OrderBy(own => Math.Round(own.Total * 1e6)).ThenBy(own => own.Student, StringComparer.Ordinal).Select(own => own.Student).ToList();
        var side = (int)Math.Round(0.27 * ranked.Count, MidpointRounding.AwayFromZero);
        for (var item = 0; item < 5; item++)
        {
            await CompareAsync(room, items[item]!, [.. handed.Where(h => h.Item == item)], [.. ranked.TakeLast(side)], [.. ranked.Take(side)]);
        }

        Assert.NotNull(items[0]!["discrimination"]);
        Assert.Null(items[3]!["discrimination"]);
        Assert.Equal(0, (int)items[4]!["students"]!);
    }

    private static async Task CompareAsync(Classroom room, JsonNode figures, List<Handed> handed, HashSet<string> upper, HashSet<string> lower)
    {
        var own = handed.GroupBy(h => h.Student).ToDictionary(h => h.Key, h => h.OrderBy(each => (int)each.Submission["attempt"]!).ToList());
        var best = own.ToDictionary(h => h.Key, h => h.Value.Max(Counted));
        Equal(own.Count, figures["students"]);
        Equal(handed.Count, figures["attempts"]);
        Equal(Mean(own.Values.Select(h => Counted(h[0]))), figures["meanFirst"]);
        Equal(Mean(best.Values), figures["meanBest"]);
        Equal(1 - Mean(own.Values.Select(h => Counted(h[0]))), figures["difficulty"]);
        var (up, low) = (best.Where(b => upper.Contains(b.Key)).ToList(), best.Where(b => lower.Contains(b.Key)).ToList());
        Equal(up.Count, figures["upperStudents"]);
        Equal(low.Count, figures["lowerStudents"]);
        Equal(own.Count < 10 ? null : Mean(up.Select(b => b.Value)) - Mean(low.Select(b => b.Value)), figures["discrimination"]);
        Assert.Equal(Enumerable.Range(0, 10).Select(bin => best.Values.Count(b => Math.Min(9, (int)(b * 10)) == bin)), figures["distribution"]!.AsArray().Select(n => (int)n!));

        var item = Guid.Parse((string)figures["item"]!);
        await using var store = room.Store();
        var seconds = await store.Standings.Where(s => s.ItemId == item && s.SecondsToComplete != null).Select(s => s.SecondsToComplete!.Value).Order().ToListAsync(TestContext.Current.CancellationToken);
        Equal(seconds.Count == 0 ? null : (seconds[seconds.Count / 2] + seconds[(seconds.Count - 1) / 2]) / 2.0, figures["medianSecondsToComplete"]);

        var wrong = handed.SelectMany(h => h.Submission["cells"]!.AsArray().Where(IsMistake).Select(cell => (h.Student, Submission: (string)h.Submission["id"]!, Cell: Cell(cell!), Slip: (string?)cell!["slip"]))).ToList();
        Assert.Equal(
            wrong.Where(w => w.Slip is not null).GroupBy(w => w.Slip!).Select(s => (s.Key, s.Select(w => w.Student).Distinct().Count(), s.Select(w => w.Submission).Distinct().Count())).Order(),
            figures["slips"]!.AsArray().Select(s => ((string)s!["slip"]!, (int)s["students"]!, (int)s["times"]!)).Order());
        var one = await room.ReadAsync($"assignments/{await AssignmentAsync(room, item)}/items/{item:N}/statistics");
        Assert.Equal(
            wrong.GroupBy(w => w.Cell).Select(c => (c.Key, c.Select(w => w.Student).Distinct().Count(), c.Count(), string.Join(' ', c.Where(w => w.Slip is not null).GroupBy(w => w.Slip).Select(s => $"{s.Key}:{s.Count()}").Order(StringComparer.Ordinal)))).Order(),
            one["cells"]!.AsArray().Select(c => ((string)c!["cell"]!, (int)c["students"]!, (int)c["times"]!, string.Join(' ', c["slips"]!.AsArray().Select(s => $"{s!["slip"]}:{s["times"]}").Order(StringComparer.Ordinal)))).Order());
        one.AsObject().Remove("cells");
        Assert.Equal(figures.AsObject().Select(Rounded), one.AsObject().Select(Rounded));
    }

    // Postgres sums in an order of its own each time, and the last digit of a mean tells it.
    private static (string, string?) Rounded(KeyValuePair<string, JsonNode?> figure) =>
        (figure.Key, figure.Value?.GetValueKind() == JsonValueKind.Number
            ? Math.Round((double)figure.Value, 12).ToString(CultureInfo.InvariantCulture)
            : figure.Value?.ToJsonString());

    [Theory, OnEveryDatabase]
    public async Task A_slip_in_several_cells_is_made_once(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        var assignment = await room.AssignAsync(["rnn-parameter-sizes-large"]);
        var student = await room.StudentAsync();
        await room.SubmitAsync(student, assignment, 0, (text, _) => string.Join('x', text.Split('x').Reverse()));
        await room.SubmitAsync(student, assignment, 0, (text, _) => string.Join('x', text.Split('x').Reverse()));
        var figures = (await room.ReadAsync($"assignments/{assignment["id"]}/statistics"))["items"]![0]!;
        Assert.Equal("""[{"slip":"rows-and-columns-swapped","students":1,"times":2}]""", figures["slips"]!.ToJsonString());
        var cells = (await room.ReadAsync($"assignments/{assignment["id"]}/items/{assignment["items"]![0]!["id"]}/statistics"))["cells"]!.AsArray();
        Assert.InRange(cells.Count(cell => cell!["slips"]!.AsArray().Count > 0), 2, 5);
    }

    [Theory, OnEveryDatabase]
    public async Task An_item_that_the_assignment_has_not_is_not_found(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        var (one, other) = (await room.AssignAsync(["rnn-step-1"]), await room.AssignAsync(["rnn-step-1"]));
        foreach (var item in new[] { (string)other["items"]![0]!["id"]!, "nothing" })
        {
            using var response = await room.Instructor.Http.GetAsync($"/api/v1/assignments/{one["id"]}/items/{item}/statistics", TestContext.Current.CancellationToken);
            await response.ProblemAsync(HttpStatusCode.NotFound);
        }
    }

    // Times that the service can't have measured within a test.
    private static async Task SetSecondsAsync(Classroom room, Random random)
    {
        await using var store = room.Store();
        await foreach (var standing in store.Standings.Where(s => s.CourseId == Guid.Parse(room.Course) && s.CompletedAt != null).AsAsyncEnumerable())
        {
            standing.SecondsToComplete = random.Next(5, 30);
        }

        await store.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> AssignmentAsync(Classroom room, Guid item)
    {
        await using var store = room.Store();
        return (await store.Items.Where(i => i.Id == item).Select(i => i.AssignmentId).SingleAsync(TestContext.Current.CancellationToken)).ToString("N");
    }

    // A component of a set is left out; else nothing, what can't be read, a slip of sizes, or any number.
    private static string? Wrong(string text, Random random) => random.Next(4) switch
    {
        _ when text.Contains('[', StringComparison.Ordinal) => null,
        0 => null,
        1 => "what?",
        _ => text.Contains('x', StringComparison.Ordinal) ? string.Join('x', text.Split('x').Reverse()) : $"{random.Next(-9, 20)}",
    };

    private static bool IsMistake(JsonNode? cell) => (string)cell!["verdict"]! is "wrong" or "unreadable" || ((string)cell["verdict"]! == "empty" && cell["component"] is not null);

    private static string Cell(JsonNode cell) => cell["component"] is { } component ? $"{cell["blank"]}:{component}" : $"{cell["blank"]}[{cell["row"]},{cell["column"]}]";

    private static double Counted(Handed handed) => (double)handed.Submission["counted"]!;

    private static double? Mean(IEnumerable<double> values) => values.Any() ? values.Average() : null;

    private static void Equal(double? expected, JsonNode? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.Equal(expected ?? 0, (double?)actual ?? 0, 1e-9);
    }
}
