using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Grades;

public sealed class ProgressTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task Completed_exercises_are_counted_by_level_against_the_goal_of_the_group(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        await room.GoalAsync("under", 2);
        await room.GoalAsync("over", 3);
        var (under, over, none) = (await room.StudentAsync("A", "under"), await room.StudentAsync("B", "over"), await room.StudentAsync("C"));
        var assignment = await room.AssignAsync(["rnn-step-1", """{"exercise": "rnn-step-2", "completeAt": 0.5}""", "multilayer-rnn-t1"]);
        foreach (var student in new[] { under, over, none })
        {
            await room.SubmitAsync(student, assignment, 2);
            await room.SubmitAsync(student, assignment, 1, (text, cell) => cell == 0 ? null : text);
            await room.SubmitAsync(student, assignment, 0, (text, cell) => cell == 0 ? null : text);
        }

        var rows = (await room.ReadAsync($"courses/{room.Course}/progress"))["items"]!;
        const string Levels = """{"beginner":{"completed":1,"of":2},"intermediate":{"completed":1,"of":1},"advanced":{"completed":0,"of":0},"expert":{"completed":0,"of":0}}""";
        Assert.Equal(
            [
                $$"""{"person":"{{under.Id}}","name":"A","group":"under","levels":{{Levels}},"completed":2,"of":3,"goal":2,"reached":true}""",
                $$"""{"person":"{{over.Id}}","name":"B","group":"over","levels":{{Levels}},"completed":2,"of":3,"goal":3,"reached":false}""",
                $$"""{"person":"{{none.Id}}","name":"C","group":null,"levels":{{Levels}},"completed":2,"of":3,"goal":null,"reached":null}""",
            ],
            rows.AsArray().Select(row => row!.ToJsonString()));
        Assert.Equal(["B"], (await room.ReadAsync($"courses/{room.Course}/progress?group=over"))["items"]!.AsArray().Select(row => (string)row!["name"]!));
    }

    [Theory, OnEveryDatabase]
    public async Task An_exercise_counts_once_and_only_where_students_see_it(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        var student = await room.StudentAsync();
        var first = await room.AssignAsync(["rnn-step-1", "rnn-step-1"]);
        var second = await room.AssignAsync(["rnn-step-1", "rnn-step-2"]);
        var archived = await room.AssignAsync(["rnn-step-3"]);
        var hidden = await room.AssignAsync(["multilayer-rnn-t1"]);
        await room.SubmitAsync(student, first, 1);
        await room.SubmitAsync(student, second, 0);
        await room.SubmitAsync(student, archived, 0);
        await room.SendAsync(HttpMethod.Patch, $"assignments/{archived["id"]}", """{"archived": true}""");
        await room.SendAsync(HttpMethod.Patch, $"assignments/{hidden["id"]}", """{"published": false}""");
        var row = (await room.ReadAsync($"courses/{room.Course}/progress"))["items"]![0]!;
        Assert.Equal((1, 2), ((int)row["completed"]!, (int)row["of"]!));
    }

    [Theory, OnEveryDatabase]
    public async Task Students_see_themselves_alone_and_nothing_before_feedback(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        var (one, other) = (await room.StudentAsync("One"), await room.StudentAsync("Other"));
        var seen = await room.AssignAsync(["rnn-step-1"]);
        var later = await room.AssignAsync(["rnn-step-2"], ", \"feedback\": \"afterDue\", \"dueAt\": \"2100-01-01T00:00:00Z\"");
        foreach (var student in new[] { one, other })
        {
            await room.SubmitAsync(student, seen, 0);
            await room.SubmitAsync(student, later, 0);
        }

        await room.SendAsync(HttpMethod.Put, $"assignments/{later["id"]}/extensions/{other.Id}", """{"dueAt": "2020-01-01T00:00:00Z"}""");
        foreach (var (student, completed) in new[] { (one, 1), (other, 2) })
        {
            var row = Assert.Single((await room.ReadAsync($"courses/{room.Course}/progress", student))["items"]!.AsArray())!;
            Assert.Equal((student.Id, completed, 2), ((string)row["person"]!, (int)row["completed"]!, (int)row["of"]!));
        }

        Assert.Equal([2, 2], (await room.ReadAsync($"courses/{room.Course}/progress"))["items"]!.AsArray().Select(row => (int)row!["completed"]!));
    }
}
