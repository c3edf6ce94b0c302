namespace RnnGrader.Web.Lti.Rosters;

internal static class RosterTimes
{
    private const int Hour = 2;
    private const int SpreadMinutes = 180;

    /// <summary>The next night's time to read a roster, spread over three hours so that a platform is not asked for all at once.</summary>
    public static DateTime NextNight(DateTime now, Guid context)
    {
        var minute = context.ToByteArray()[^1] * SpreadMinutes / 256;
        var tonight = now.Date.AddHours(Hour).AddMinutes(minute);
        return tonight > now ? tonight : tonight.AddDays(1);
    }
}
