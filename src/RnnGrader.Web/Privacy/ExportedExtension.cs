namespace RnnGrader.Web.Privacy;

/// <summary>More time or attempts that somebody was given.</summary>
internal sealed record ExportedExtension(string Assignment, DateTime? DueAt, DateTime? ClosesAt, int ExtraAttempts, string Reason);
