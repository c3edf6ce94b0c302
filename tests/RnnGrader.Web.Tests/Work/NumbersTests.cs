using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Work;

/// <summary>A student's numbers belong to the student.</summary>
public sealed class NumbersTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task A_students_numbers_are_the_same_ever_after_and_their_seed_is_nobodys_business(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        using var first = await room.AskAsync(room.Student);
        using var second = await room.AskAsync(room.Student);
        var instance = await first.ReadAsync(HttpStatusCode.Created);
        Assert.True(JsonNode.DeepEquals(instance, await second.ReadAsync(HttpStatusCode.OK)));
        Assert.Null(instance["seed"]);
        Assert.NotNull((await room.Instructor.Http.ReadJsonAsync($"/api/v1/instances/{instance["id"]}"))["seed"]);
        Assert.Equal((string)instance["id"]!, (string)(await room.WorkAsync(room.Student))["instance"]!);
    }

    /// <summary>mlp-parameter-sizes has few instances: what it has is used up before two share one.</summary>
    [Theory, OnEveryDatabase]
    public async Task Classmates_have_different_numbers_as_far_as_the_exercise_has_enough(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, """
            {"title": "RNN", "published": true, "items": [{"exercise": "rnn-step-1"}, {"exercise": "mlp-parameter-sizes"}, {"exercise": "softmax-cross-entropy-gradient"}]}
            """, students: 20);
        foreach (var item in room.Assignment["items"]!.AsArray())
        {
            var instances = await Task.WhenAll(room.Students.Select(student => room.OpenAsync(student, (string)item!["id"]!)));
            Assert.Equal(20, instances.Select(instance => instance["givens"]!.ToJsonString()).Distinct().Count());
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Two_tabs_that_open_at_once_get_the_same_numbers(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        var instances = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => room.OpenAsync(room.Student)));
        Assert.Single(instances.Select(instance => (string)instance["id"]!).Distinct());
    }

    [Theory, OnEveryDatabase]
    public async Task New_numbers_are_drawn_only_where_they_are_allowed_and_asked_for(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, """
            {"title": "RNN", "published": true, "items": [{"exercise": "rnn-step-1", "newNumbers": "never"}, {"exercise": "rnn-step-2", "newNumbers": "onRequest"}, {"exercise": "rnn-step-3", "newNumbers": "eachAttempt", "maxAttempts": 2}]}
            """);
        var items = room.Assignment["items"]!.AsArray().Select(item => (string)item!["id"]!).ToArray();
        foreach (var item in items)
        {
            await room.OpenAsync(room.Student, item);
        }

        using var never = await room.AskAsync(room.Student, wantsNew: true, items[0]);
        await never.ProblemAsync(HttpStatusCode.Conflict);

        var old = await room.OpenAsync(room.Student, items[1]);
        using var request = await room.AskAsync(room.Student, wantsNew: true, items[1]);
        var renewed = await request.ReadAsync(HttpStatusCode.Created);
        Assert.NotEqual(old["givens"]!.ToJsonString(), renewed["givens"]!.ToJsonString());
        using var late = await Classroom.SubmitAsync(room.Student, old, new JsonObject());
        await late.ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal(0, (int)(await room.WorkAsync(room.Student, 1))["attempts"]!);

        using var early = await room.AskAsync(room.Student, wantsNew: true, items[2]);
        await early.ProblemAsync(HttpStatusCode.Conflict);
        var (one, two) = (await room.SubmitRightAsync(room.Student, items[2]), await room.SubmitRightAsync(room.Student, items[2]));
        Assert.NotEqual((string)one["instance"]!, (string)two["instance"]!);
        Assert.Equal((string)two["instance"]!, (string)(await room.OpenAsync(room.Student, items[2]))["id"]!);
        using var third = await room.AskAsync(room.Student, wantsNew: true, items[2]);
        await third.ProblemAsync(HttpStatusCode.Conflict);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_sees_or_answers_anothers_numbers(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, students: 2);
        var instance = await room.OpenAsync(room.Student);
        var submission = await room.SubmitRightAsync(room.Student);
        foreach (var http in new[] { room.Students[1].Http, houses.Client(database), (await houses.PersonAsync(database, "A stranger")).Http })
        {
            foreach (var path in new[] { $"instances/{instance["id"]}", $"instances/{instance["id"]}/diagram.svg", $"instances/{instance["id"]}/draft", $"instances/{instance["id"]}/solution", $"submissions/{submission["id"]}" })
            {
                using var read = await http.GetAsync($"/api/v1/{path}", TestContext.Current.CancellationToken);
                await read.ProblemAsync(HttpStatusCode.NotFound);
            }

            using var sent = await http.PostJsonAsync($"/api/v1/instances/{instance["id"]}/submissions", """{"answers": {}}""");
            await sent.ProblemAsync(HttpStatusCode.NotFound);
        }
    }
}
