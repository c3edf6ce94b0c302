using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RnnGrader.Web.Access;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Access;

/// <summary>Walks every operation of openapi.json as everybody, and holds it to the one table of who may what.</summary>
public sealed class WhoMayWhatTests(Houses houses)
{
    private static readonly string[] OpenToAll = ["/health/live", "/health/ready"];

    [Theory, OnEveryDatabase]
    public async Task Every_operation_lets_in_whom_the_table_names_and_nobody_else(Database database)
    {
        var permissions = await PermissionsAsync();
        var stage = await Stage.SetAsync(houses, database);
        List<string> wrong = [];
        foreach (var (method, path, body) in Operations())
        {
            if (!permissions.TryGetValue((method, path), out var permission))
            {
                wrong.Add($"{method} {path} is not in the table.");
                continue;
            }

            foreach (var actor in Enum.GetValues<Actor>())
            {
                var (expected, status) = (Expected(permission, actor), await SendAsync(stage, method, path, body, permission, actor));
                if (expected is { } refusal ? status != refusal : status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound || (int)status >= 500)
                {
                    wrong.Add($"{method} {path} as {actor}: {(int)status}, expected {(expected is null ? "to be let in" : (int)expected)}");
                }

                if (method == HttpMethod.Delete && (int)status < 300)
                {
                    stage = await Stage.SetAsync(houses, database);
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void No_act_is_without_a_row() => Assert.Equal(Enum.GetValues<Act>().Order(), Permissions.Table.Keys.Order());

    /// <summary>Written by hand, apart from the code that finds roles: what each actor is at each place of the stage.</summary>
    private static Roles RolesOf(Actor actor, Place place) => (actor, place) switch
    {
        (Actor.Nobody, _) => Roles.Anyone,
        (Actor.Administrator, Place.Site) => Roles.Anyone | Roles.Person | Roles.Teacher | Roles.Administrator,
        (Actor.Administrator, _) => Roles.Anyone | Roles.Person | Roles.Administrator,
        (Actor.Instructor or Actor.InstructorElsewhere or Actor.Newcomer, Place.Site) => Roles.Anyone | Roles.Person | Roles.Teacher,
        (_, Place.Site) => Roles.Anyone | Roles.Person,
        (Actor.Student, Place.Instance or Place.Submission or Place.Person or Place.Token) => Roles.Anyone | Roles.Person | Roles.Owner,
        (Actor.Student, _) => Roles.Anyone | Roles.Person | Roles.Student,
        (Actor.Classmate, Place.Course or Place.Assignment) => Roles.Anyone | Roles.Person | Roles.Student,
        (Actor.Assistant, not Place.Token) => Roles.Anyone | Roles.Person | Roles.Assistant,
        (Actor.Instructor, not Place.Token) => Roles.Anyone | Roles.Person | Roles.Instructor,
        _ => Roles.Anyone | Roles.Person,
    };

    // Null: is let in.
    private static HttpStatusCode? Expected(Permission permission, Actor actor)
    {
        if (actor is Actor.Expired or Actor.Revoked)
        {
            return HttpStatusCode.Unauthorized;
        }

        var roles = RolesOf(actor, permission.Place);
        return (roles & permission.Roles) != 0 ? null
            : actor == Actor.Nobody && permission.Place is not (Place.Instance or Place.Submission) ? HttpStatusCode.Unauthorized
            : permission.Place == Place.Site || (roles & (Roles.Owner | Roles.Members)) != 0 ? HttpStatusCode.Forbidden
            : HttpStatusCode.NotFound;
    }

    private static async Task<HttpStatusCode> SendAsync(Stage stage, HttpMethod method, string path, string? body, Permission permission, Actor actor)
    {
        using var request = new HttpRequestMessage(method, stage.Fill(path, permission.Place));
        if (body is not null)
        {
            request.Content = new StringContent("{}", Encoding.UTF8, body);
        }

        using var response = await stage.As(actor).SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    // The last: the type of the body, where there is one.
    private static IEnumerable<(HttpMethod Method, string Path, string? Body)> Operations() =>
        from path in JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi.json")))!["paths"]!.AsObject()
        where !OpenToAll.Contains(path.Key)
        from operation in path.Value!.AsObject()
        select (HttpMethod.Parse(operation.Key), path.Key, operation.Value!["requestBody"]?["content"]!.AsObject().First().Key);

    private async Task<Dictionary<(HttpMethod Method, string Path), Permission>> PermissionsAsync()
    {
        await using var service = new ClockedService(houses.Folder(), await houses.MigratedAsync(Database.Postgres), DateTimeOffset.UtcNow);
        service.StartServer();
        return (from endpoint in service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                let permission = endpoint.Metadata.GetMetadata<Permission>()
                where permission is not null
                from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                select (Key: (HttpMethod.Parse(method), "/" + endpoint.RoutePattern.RawText!.Trim('/')), permission)).ToDictionary(e => e.Key, e => e.permission);
    }
}
