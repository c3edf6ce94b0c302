namespace RnnGrader.Web.Requests;

internal static class Clock
{
    /// <summary>UTC in whole microseconds, which is what Postgres keeps: a time is answered today as it will be read tomorrow.</summary>
    public static DateTime Now(this TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
