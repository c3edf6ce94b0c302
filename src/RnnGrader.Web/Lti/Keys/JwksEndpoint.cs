namespace RnnGrader.Web.Lti.Keys;

internal static class JwksEndpoint
{
    /// <summary>Our public keys. An hour in caches is far less than the days that a key is published before it signs.</summary>
    public static async Task<IResult> GetAsync(HttpContext http, ToolKeys keys, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Content(await keys.PublishedAsync(cancellationToken), "application/json");
    }
}
