using RnnGrader.Web.Service;

namespace RnnGrader.Web.Lti;

internal static class Frames
{
    /// <summary>What all pages say of who may frame them, before platforms are added.</summary>
    public const string Own = "frame-ancestors 'self'";

    /// <summary>Comes after the headers of pages are set.</summary>
    public static void UseLtiFrames(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(Api.Base) && !context.Request.Path.StartsWithSegments("/health")
            && context.Response.Headers.ContentSecurityPolicy.ToString() is var policy && policy.Contains(Own, StringComparison.Ordinal))
        {
            var origins = await context.RequestServices.GetRequiredService<FrameAncestors>().OriginsAsync(context.RequestAborted);
            context.Response.Headers.ContentSecurityPolicy = policy.Replace(Own, $"{Own} {origins}".TrimEnd(), StringComparison.Ordinal);
        }

        await next(context);
    });
}
