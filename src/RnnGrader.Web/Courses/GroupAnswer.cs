using System.Text.Json.Serialization;

namespace RnnGrader.Web.Courses;

/// <summary>A part of a course's students.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Goal">How many exercises its students must complete; null for no goal.</param>
internal sealed record GroupAnswer(string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Goal);
