using RnnGrader.Web.Service;

namespace RnnGrader.Web.Lti;

internal static class Frames
{
    /// <summary>What all pages say of who may frame them, before platforms are added.</summary>
    public const string Own = "frame-ancestors 'self'";

    /// <summary>Comes after the headers of pages are set.</summary>
    public static void UseLtiFrames(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(Api.Base, StringComparison.OrdinalIgnoreCase) && !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            && context.Response.Headers.ContentSecurityPolicy.ToString() is var policy && policy.Contains(Own, StringComparison.Ordinal))
        {
            var origins = await context.RequestServices.GetRequiredService<FrameAncestors>().OriginsAsync(IsFrame(context.Request), context.RequestAborted);
            context.Response.Headers.ContentSecurityPolicy = policy.Replace(Own, $"{Own} {origins}".TrimEnd(), StringComparison.Ordinal);
        }

        await next(context);
    });

    // What is about to be shown in a frame is not judged by what was known a moment ago: a first launch makes its platform's origin known. Login and launch say for themselves who may frame them.
    private static bool IsFrame(HttpRequest request) =>
        request.Headers["Sec-Fetch-Dest"] is ["iframe" or "frame"] && request.Path != LtiEndpoints.LoginPath && request.Path != LtiEndpoints.LaunchPath;
}
