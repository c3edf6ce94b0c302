using RnnGrader.Diagrams;

namespace RnnGrader.Web.Pages.Shell;

/// <summary>What a browser may do with what is answered here.</summary>
internal static class PageHeaders
{
    /// <summary>Everything from this host, nothing inline but the one style sheet that all pictures have.</summary>
    public static readonly string Policy =
        $"default-src 'none'; script-src 'self'; style-src 'self' {Diagram.StyleSource}; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>Sets them before anything else runs, so that a page of an error has them too; a handler may set its own.</summary>
    public static void UsePageHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";

        // Swagger UI writes style attributes.
        if (!context.Request.Path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentSecurityPolicy = Policy;
        }

        return next(context);
    });
}
