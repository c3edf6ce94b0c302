using System.Net;
using System.Text.Json.Nodes;

namespace RnnGrader.Web.Tests.House;

/// <summary>People and courses, made as a program of an administrator would.</summary>
internal static class People
{
    /// <summary>The same service, called with a token.</summary>
    public static HttpClient With(this HttpClient http, string token) =>
        new() { BaseAddress = http.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };

    /// <summary>Somebody new, with a token of their own.</summary>
    public static Task<Someone> PersonAsync(this Houses houses, Database database, string name) => houses.AsAdministrator(database).PersonAsync(name);

    /// <summary>Somebody new of the service that an administrator's client calls.</summary>
    public static async Task<Someone> PersonAsync(this HttpClient administrator, string name)
    {
        var email = $"{name.ToLowerInvariant().Replace(' ', '.')}.{Guid.NewGuid():N}@example.org";
        using var made = await administrator.PostJsonAsync("/api/v1/people", new JsonObject { ["email"] = email, ["name"] = name }.ToJsonString());
        var id = (string)(await made.ReadAsync(HttpStatusCode.Created))["id"]!;
        using var token = await administrator.PostJsonAsync("/api/v1/tokens", $$"""{"person": "{{id}}", "name": "test"}""");
        return new(id, name, email, administrator.With((string)(await token.ReadAsync(HttpStatusCode.Created))["token"]!));
    }

    /// <summary>A new course of whoever calls, who is its instructor; its id.</summary>
    public static async Task<string> CourseAsync(this HttpClient instructor, string title = "Recurrent networks")
    {
        using var made = await instructor.PostJsonAsync("/api/v1/courses", new JsonObject { ["title"] = title, ["term"] = "Autumn 2026" }.ToJsonString());
        return (string)(await made.ReadAsync(HttpStatusCode.Created))["id"]!;
    }

    /// <summary>Makes somebody a member of a course.</summary>
    public static async Task EnrolAsync(this HttpClient instructor, string course, Someone person, string role = "student", string? group = null)
    {
        var member = new JsonObject { ["email"] = person.Email, ["name"] = person.Name, ["role"] = role, ["group"] = group };
        using var enrolled = await instructor.PostJsonAsync($"/api/v1/courses/{course}/members", member.ToJsonString());
        await enrolled.ReadAsync(HttpStatusCode.Created);
    }
}
