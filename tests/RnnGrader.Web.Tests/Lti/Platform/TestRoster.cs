using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RnnGrader.Web.Tests.Lti.Platform;

/// <summary>Names and roles of a course's members, in pages.</summary>
internal sealed class TestRoster(TestPlatform platform)
{
    private const string MediaType = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private const string Scope = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    /// <summary>The members: what is sent of each.</summary>
    public List<JsonObject> Members { get; } = [];

    public int PageSize { get; set; } = 2;

    /// <summary>From which page on it fails.</summary>
    public int? FailsFrom { get; set; }

    /// <summary>Writes Link headers as they were seen: with curly quotes and escaped ampersands.</summary>
    public bool WritesOddLinks { get; set; }

    /// <summary>What is answered in place of each page; null for the page.</summary>
    public string? Body { get; set; }

    /// <summary>Says of each page that the next is this one again.</summary>
    public bool RepeatsItself { get; set; }

    /// <summary>Says of each page that there is another.</summary>
    public bool NeverEnds { get; set; }

    /// <summary>How many pages were asked for.</summary>
    public int Asked { get; private set; }

    public string Url(string course) => $"{platform.Issuer}/members/{course}?rlid=1";

    public void Map(WebApplication app) => app.MapGet("/members/{course}", (string course, int? page, HttpContext http) =>
    {
        if (!platform.Tokens.Allows(http.Request, Scope) || !http.Request.Headers.Accept.ToString().Contains(MediaType, StringComparison.Ordinal))
        {
            return Results.Unauthorized();
        }

        Asked++;
        var at = page ?? 0;
        if (at >= FailsFrom)
        {
            return Results.Content("<html>down</html>", "text/html", statusCode: 503);
        }

        if (Body is not null)
        {
            return Results.Content(Body.Replace(Jwt.Half, "\\ud800", StringComparison.Ordinal), MediaType);
        }

        if (RepeatsItself)
        {
            http.Response.Headers.Link = $"<{Url(course)}>; rel=\"next\"";
        }
        else if (NeverEnds || (at + 1) * PageSize < Members.Count)
        {
            var next = $"{Url(course)}&page={at + 1}";
            http.Response.Headers.Link = WritesOddLinks ? $"<{next.Replace("&", "&amp;", StringComparison.Ordinal)}>; rel=\u201cnext\u201d" : $"<{next}>; rel=\"next\"";
        }

        return Results.Content(new JsonObject
        {
            ["id"] = Url(course),
            ["context"] = new JsonObject { ["id"] = course },
            ["members"] = new JsonArray([.. Members.Skip(at * PageSize).Take(PageSize).Select(member => member.DeepClone())]),
        }.ToJsonString(), MediaType);
    });
}
