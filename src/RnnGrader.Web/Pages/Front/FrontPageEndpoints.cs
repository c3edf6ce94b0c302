using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Diagrams;
using RnnGrader.Exercises;
using RnnGrader.Web.Access;
using RnnGrader.Web.Pages.Demo;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Front;

/// <summary>What this is, and the exercises to try.</summary>
internal static class FrontPageEndpoints
{
    private static readonly ConcurrentDictionary<string, string> Pictures = new(StringComparer.Ordinal);

    public static void MapFrontPage(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", Show);

        // A class behind one address opens the front page together: its pictures are not what the limit is for.
        pages.MapGet("/exercises/{slug}.svg", Picture).DisableRateLimiting();
    }

    private static RazorComponentResult<FrontPage> Show(HttpContext http, IConfiguration configuration) =>
        PageResults.Show<FrontPage>(new { Exercises = Catalogue.All, IsSignedIn = Caller.Of(http.User) is not null, OffersDemo = DemoPages.IsOffered(configuration) });

    /// <summary>The exercise as a picture of the draw of seed 0, which is the same until the exercise's version changes.</summary>
    private static Results<ContentHttpResult, ProblemHttpResult> Picture(string slug, HttpContext http)
    {
        if (Catalogue.Find(slug) is not { } exercise)
        {
            return Problem.Of(StatusCodes.Status404NotFound, "There is no exercise of this slug.");
        }

        http.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Content(Pictures.GetOrAdd(slug, _ => Diagram.Svg(exercise.Draw(0, Settings.Default(exercise)), DiagramView.Graph)), "image/svg+xml");
    }
}
