using System.Globalization;
using RnnGrader.Web.Pages.Shell;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>
/// Times as an instructor types them: in UTC where there is no script, else in the browser's own zone, whose name comes with the form. The zone's rules
/// are the server's, so that a date after the change to summer time is right.
/// </summary>
internal static class LocalTime
{
    public const string Utc = "UTC";

    private const string Form = "yyyy-MM-dd'T'HH:mm";

    /// <summary>As a field of the type datetime-local has it.</summary>
    public static string Write(DateTime? at) => at is { } time ? time.ToString(Form, CultureInfo.InvariantCulture) : "";

    public static TimeZoneInfo Zone(string name, List<string> problems)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        problems.Add(Texts.TeachNoZone.With(name));
        return TimeZoneInfo.Utc;
    }

    /// <summary>The instant in UTC; null where nothing is typed.</summary>
    /// <param name="text">What is typed.</param>
    /// <param name="zone">Whose clock it is on.</param>
    /// <param name="label">What it is called.</param>
    /// <param name="before">What it was: the same minute is the same instant, its seconds included.</param>
    /// <param name="problems">What has no meaning.</param>
    public static DateTime? Read(string? text, TimeZoneInfo zone, string label, DateTime? before, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!DateTime.TryParseExact(text.Trim(), [Form, Form + "':'ss", "yyyy-MM-dd' 'HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || zone.IsInvalidTime(local))
        {
            problems.Add(Texts.TeachNoTime.With(label, text));
            return null;
        }

        var at = TimeZoneInfo.ConvertTimeToUtc(local, zone);
        return before is { } was && Write(was) == Write(at) ? was : at;
    }
}
