using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Work;

public sealed class DraftTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task What_is_typed_is_kept_to_the_letter_and_graded_by_nobody(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database);
        var draft = $"/api/v1/instances/{(await room.OpenAsync(room.Student))["id"]}/draft";
        Assert.Equal("""{"answers":{},"version":0,"savedAt":null}""", (await room.Student.Http.ReadJsonAsync(draft)).ToJsonString());
        using var saved = await room.Student.Http.SendJsonAsync(HttpMethod.Put, draft, """{"answers": {"h_1": ["1+", 1e999999, "é"]}, "version": 0}""");
        Assert.Equal(1, (int)(await saved.ReadAsync(HttpStatusCode.OK))["version"]!);
        Assert.Equal("""{"h_1":["1+",1e999999,"é"]}""", (await room.Student.Http.ReadJsonAsync(draft))["answers"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Replace(" ", ""));
        Assert.Equal(0, (int)(await room.WorkAsync(room.Student))["attempts"]!);
    }

    [Theory, OnEveryDatabase]
    public async Task Of_two_tabs_the_one_that_knows_less_is_told_of_both(Database database)
    {
        var http = houses.Client(database);
        var draft = $"/api/v1/instances/{(await http.DrawAsync())["id"]}/draft";
        using var one = await http.SendJsonAsync(HttpMethod.Put, draft, """{"answers": {"y_1": ["1", ""]}, "version": 0}""");
        await one.ReadAsync(HttpStatusCode.OK);
        using var other = await http.SendJsonAsync(HttpMethod.Put, draft, """{"answers": {"y_1": ["2", ""]}, "version": 0}""");
        var conflict = await other.ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal(("1", "2", 1), ((string)conflict["stored"]!["answers"]!["y_1"]![0]!, (string)conflict["sent"]!["answers"]!["y_1"]![0]!, (int)conflict["stored"]!["version"]!));
        using var chosen = await http.SendJsonAsync(HttpMethod.Put, draft, """{"answers": {"y_1": ["2", ""]}, "version": 1}""");
        Assert.Equal(2, (int)(await chosen.ReadAsync(HttpStatusCode.OK))["version"]!);
        using var whatever = await http.SendJsonAsync(HttpMethod.Put, draft, """{"answers": {"y_1": ["3", ""]}}""");
        Assert.Equal(3, (int)(await whatever.ReadAsync(HttpStatusCode.OK))["version"]!);
    }

    [Theory, OnEveryDatabase]
    public async Task Of_many_saves_at_once_each_gets_a_version_of_its_own(Database database)
    {
        var http = houses.Client(database);
        var draft = $"/api/v1/instances/{(await http.DrawAsync())["id"]}/draft";
        var saves = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => http.SendJsonAsync(HttpMethod.Put, draft, $$$"""{"answers": {"y_1": ["{{{number}}}", ""]}}""")));
        var versions = await Task.WhenAll(saves.Select(async save => (int)(await save.ReadAsync(HttpStatusCode.OK))["version"]!));
        Assert.Equal(Enumerable.Range(1, 20), versions.Order());
    }
}
