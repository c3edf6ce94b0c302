namespace RnnGrader.Web.Transfers;

/// <summary>A course to make from another.</summary>
/// <param name="Course">What `GET /courses/{id}/export` answered, changed or not.</param>
/// <param name="Title">In place of the document's.</param>
/// <param name="Term">In place of the document's.</param>
/// <param name="ShiftDays">By how many days all times move. 0 where it is left out.</param>
/// <param name="TimeZone">Where the days are counted, such as `Europe/Berlin`: what was due at 18:00 there is so again, whatever clocks are set to. UTC where it is left out.</param>
internal sealed record CourseImport(CourseDocument? Course, string? Title, string? Term, int? ShiftDays, string? TimeZone);
