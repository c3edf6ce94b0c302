using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Diagrams;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Diagrams;

/// <summary>Instances as pictures.</summary>
internal static class DiagramEndpoints
{
    private const string Svg = "image/svg+xml";

    public static IEndpointRouteBuilder MapDiagrams(this IEndpointRouteBuilder api)
    {
        api.MapGet("/instances/{id}/diagram.svg", Draw).Is(Act.SeeInstance).WithTags("Instances")
            .Produces<string>(StatusCodes.Status200OK, Svg)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return api;
    }

    /// <summary>The instance as a picture, without its answers. Every component carries its id and a title.</summary>
    /// <param name="id">Id of the instance.</param>
    /// <param name="view">`matrix` (the default): blocks of cells; `graph`: units and links.</param>
    /// <response code="200">The picture.</response>
    /// <response code="404">There is no such instance.</response>
    /// <response code="422">`view` is none.</response>
    private static Results<ContentHttpResult, ProblemHttpResult> Draw(string id, string? view, HttpContext http, Visit visit)
    {
        DiagramView? asked = view switch { null or "matrix" => DiagramView.Matrix, "graph" => DiagramView.Graph, _ => null };
        if (asked is null)
        {
            return Problem.Invalid("view", "view must be matrix or graph.");
        }

        // A picture opened by itself runs nothing and loads nothing; its own style sheet is all it needs.
        http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src {Diagram.StyleSource}";
        return TypedResults.Content(Diagram.Svg(visit.Drawn!.Sheet, asked.Value), Svg);
    }
}
