using Microsoft.AspNetCore.Http.Metadata;

namespace RnnGrader.Web.Service;

internal static class Limits
{
    /// <summary>The largest exercise's answers, written out as working, take under 30 kB.</summary>
    public const int BodyBytes = 256 * 1024;

    /// <summary>What a request's body may have here.</summary>
    public static long BodyBytesOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? BodyBytes;

    private const string DefaultUrl = "http://localhost:5080";

    public static void AddKestrelLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyBytes;
        });
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }
    }
}
