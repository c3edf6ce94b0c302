using System.Text.Json;

namespace RnnGrader.Web.Privacy;

/// <summary>A verdict on a submission.</summary>
internal sealed record ExportedGrade(DateTime CreatedAt, int GraderVersion, double Score, double LateFactor, JsonElement Cells);
