using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti.Storm;

/// <summary>A platform's bad days: one score in three fails in one of many ways, and now and then all of them come in too many for a while.</summary>
internal sealed class Weather
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(2.5);
    private int asked;
    private long busyUntil;

    public Weather(TestPlatform platform)
    {
        platform.Grades.Fault = BeforeAsync;
        platform.Grades.LateFault = http => Task.FromResult<IResult?>(http.Items.ContainsKey(this) ? TypedResults.StatusCode(502) : null);
    }

    private async Task<IResult?> BeforeAsync(HttpContext http)
    {
        var number = Interlocked.Increment(ref asked);
        if (number % 100 == 30)
        {
            Interlocked.Exchange(ref busyUntil, Environment.TickCount64 + 800);
        }

        if (Environment.TickCount64 < Interlocked.Read(ref busyUntil))
        {
            http.Response.Headers.RetryAfter = "1";
            return TypedResults.StatusCode(429);
        }

        switch (number % 3 == 0 ? number / 3 % 15 : -1)
        {
            case -1:
                return null;
            case 0:
                // Carried out when nobody waits for it any more.
                await Task.Delay(Hang);
                return null;
            case 1:
                await Task.Delay(Hang);
                return TypedResults.StatusCode(504);
            case 2 or 3 or 4:
                // Carried out, and the answer is lost.
                http.Items[this] = true;
                return null;
            case 5 or 6:
                return Html(409, "Conflict");
            case var kind:
                return Html(kind % 2 == 0 ? 500 : 503, "Something broke");
        }
    }

    private static ContentHttpResult Html(int status, string text) => TypedResults.Content($"<html><body>{text}</body></html>", "text/html", statusCode: status);
}
