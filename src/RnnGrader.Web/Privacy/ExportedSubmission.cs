using System.Text.Json;

namespace RnnGrader.Web.Privacy;

/// <summary>What somebody handed in, how it was graded, and what people said about it.</summary>
internal sealed record ExportedSubmission(
    string Id, DateTime ReceivedAt, int? Attempt, JsonElement Answers, double Counted, IReadOnlyList<ExportedGrade> Grades, IReadOnlyList<ExportedOverride> Overrides);
