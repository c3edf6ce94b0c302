using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Privacy;

public sealed class LogTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task After_a_whole_story_the_log_holds_no_name_no_address_no_secret_and_no_answer(Database database)
    {
        await using var service = await ServiceProcess.StartAsync(houses.Folder(), await houses.MigratedAsync(database), ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken));
        var room = await Classroom.OpenAsync(service.Http.With(Houses.AdministratorToken));
        var instance = await room.OpenAsync(room.Student);
        var answers = (await room.SolveAsync(instance)).AsObject();
        answers["h_1"]![0]![0] = "Quintessa 4242.4242";
        using var submitted = await Classroom.SubmitAsync(room.Student, instance, answers);
        await submitted.ReadAsync(HttpStatusCode.Created);
        await room.Instructor.Http.AskAsync("POST", $"/api/v1/courses/{room.Course}/roster", "email,name\nquintessa@example.org,Quintessa\nnobody,Quintessa\n", HttpStatusCode.UnprocessableEntity, "text/csv");
        await room.Instructor.Http.AskAsync("POST", $"/api/v1/courses/{room.Course}/roster", "email,name\nquintessa@example.org,Quintessa\n", HttpStatusCode.OK, "text/csv");
        var invitation = (await room.Administrator.AskAsync("POST", $"/api/v1/people/{room.Student.Id}/invitation", null, HttpStatusCode.Created))!;
        var path = new Uri((string)invitation["url"]!).AbsolutePath;
        using var visitor = new Visitor(service.Http.BaseAddress!);
        Assert.False(await visitor.SignInAsync(room.Student.Email, "Quintessa's password"));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SendAsync(path, path, ("password", "Quintessa's password"))).Response.StatusCode);
        using var broken = await service.Http.PostJsonAsync("/api/v1/instances", """{"exercise": "Quintessa"}""");
        await broken.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        await service.KillAsync();
        Assert.Contains("Now listening", service.Log, StringComparison.Ordinal);
        foreach (var secret in new[] { "Quintessa", "4242", "example.org", room.Student.Name, room.Instructor.Name, path.Split('/')[^1], Houses.AdministratorToken, "rnng_" })
        {
            Assert.DoesNotContain(secret, service.Log, StringComparison.OrdinalIgnoreCase);
        }
    }
}
