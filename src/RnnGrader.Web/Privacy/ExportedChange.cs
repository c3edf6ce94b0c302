namespace RnnGrader.Web.Privacy;

/// <summary>Something that somebody changed.</summary>
internal sealed record ExportedChange(DateTime At, string? Course, string Action, string Subject);
