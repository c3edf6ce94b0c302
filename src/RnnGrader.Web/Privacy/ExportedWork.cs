using System.Text.Json;

namespace RnnGrader.Web.Privacy;

/// <summary>Numbers that somebody was given, and what they did with them.</summary>
internal sealed record ExportedWork(
    string Instance, string Exercise, string? Assignment, DateTime CreatedAt, JsonElement? Draft, IReadOnlyList<ExportedHint> Hints, IReadOnlyList<ExportedSubmission> Submissions);
