using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Pages.Shell;

/// <summary>Tells people from programs, where both can be told that something went wrong.</summary>
internal static class Browsers
{
    /// <summary>Sends a refusal as a page to a browser, and as a problem to everything else and from every resource.</summary>
    public static Task RefuseAsync(this HttpContext context, ProblemHttpResult problem) =>
        IsBrowser(context.Request) ? PageResults.Refused(problem).ExecuteAsync(context) : problem.ExecuteAsync(context);

    /// <summary>Whether a person sees the answer.</summary>
    public static bool IsBrowser(HttpRequest request) =>
        !request.Path.StartsWithSegments(Api.Base, StringComparison.OrdinalIgnoreCase) && !request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Accept.Any(accept => accept is not null && accept.Contains("text/html", StringComparison.OrdinalIgnoreCase));
}
