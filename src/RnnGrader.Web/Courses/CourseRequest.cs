namespace RnnGrader.Web.Courses;

/// <summary>A new course.</summary>
/// <param name="Title">Such as `Recurrent networks`.</param>
/// <param name="Term">Such as `Autumn 2026`.</param>
internal sealed record CourseRequest(string? Title, string? Term);
