namespace RnnGrader.Web.Privacy;

/// <summary>A score that a person set.</summary>
internal sealed record ExportedOverride(DateTime CreatedAt, double Score, string Reason);
