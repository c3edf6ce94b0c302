using Microsoft.AspNetCore.Http.Features;

namespace RnnGrader.Web.Requests;

internal static class Oversized
{
    // What is larger than this is no mistake that a sentence helps with.
    private const long MostBytes = 64 * 1024 * 1024;

    /// <summary>Reads a body that is refused for its announced size to its end: a client that is still sending when its connection is closed sees a broken pipe, and not the answer.</summary>
    public static async Task DiscardAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit && context.Request.ContentLength <= MostBytes)
        {
            limit.MaxRequestBodySize = MostBytes;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
    }
}
