using RnnGrader.Web.Assignments;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Transfers;

/// <summary>Moves times by days that people count: the clock on the wall shows the same as before.</summary>
internal sealed class Shift(int days, TimeZoneInfo zone)
{
    public static Shift Of(CourseImport import) => new(import.ShiftDays ?? 0, import.TimeZone is { } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : TimeZoneInfo.Utc);

    /// <exception cref="RefusalException">There is no such time.</exception>
    public AssignmentRequest Move(AssignmentRequest assignment) => assignment with { OpensAt = Move(assignment.OpensAt), DueAt = Move(assignment.DueAt), ClosesAt = Move(assignment.ClosesAt) };

    public DateTime? Move(DateTime? utc)
    {
        if (utc is not { } time || days == 0)
        {
            return utc;
        }

        try
        {
            var local = TimeZoneInfo.ConvertTimeFromUtc(time, zone).AddDays(days);

            // In the hour that is left out in spring, clocks show an hour later.
            return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new RefusalException(Problem.Invalid("shiftDays", "shiftDays would move a time out of the calendar."));
        }
    }
}
