using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace RnnGrader.Web.Pages.Shell;

/// <summary>Pages as results of handlers.</summary>
internal static class PageResults
{
    /// <summary>A page from the values of its parameters.</summary>
    public static RazorComponentResult<T> Show<T>(object parameters) where T : IComponent => new(parameters) { PreventStreamingRendering = true };

    /// <summary>A refusal, as a person reads it.</summary>
    public static RazorComponentResult<ErrorPage> Refused(ProblemHttpResult problem) =>
        new(new
        {
            Status = problem.StatusCode,
            Detail = problem.ProblemDetails.Detail ?? "",
            Errors = problem.ProblemDetails is HttpValidationProblemDetails invalid ? invalid.Errors.AsReadOnly() : new Dictionary<string, string[]>().AsReadOnly(),
        })
        { StatusCode = problem.StatusCode, PreventStreamingRendering = true };
}
