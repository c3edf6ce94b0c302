using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Service;

/// <summary>
/// A bucket of requests for each remote address. The defaults let a classroom of 200 behind one address open an exercise together and
/// then send a request every four seconds each.
/// </summary>
internal static class RateLimits
{
    /// <summary>
    /// The policy for typing codes: a class of 300 types theirs at once, and whoever tries them at random has two a second for 31^7.
    /// </summary>
    public const string Codes = "codes";

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("RateLimiting");
        if (!settings.GetValue("Enabled", true))
        {
            return;
        }

        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.GetValue("Burst", 500),
            TokensPerPeriod = settings.GetValue("RequestsPerSecond", 50),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        };
        var codes = new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.GetValue("CodesBurst", 600),
            TokensPerPeriod = settings.GetValue("CodesPerSecond", 2),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        };
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
                context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
                    ? RateLimitPartition.GetNoLimiter(IPAddress.None)
                    : RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress ?? IPAddress.None, _ => options));
            limiter.AddPolicy(Codes, context => RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress ?? IPAddress.None, _ => codes));
            limiter.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await rejected.HttpContext.RefuseAsync(Problem.Of(StatusCodes.Status429TooManyRequests, "Too many requests from this address. Wait as long as Retry-After says."));
            };
        });
    }

    public static void UseRateLimits(this WebApplication app)
    {
        if (app.Configuration.GetValue("RateLimiting:Enabled", true))
        {
            app.UseRateLimiter();
        }
    }
}
