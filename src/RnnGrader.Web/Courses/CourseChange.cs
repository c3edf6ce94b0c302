using RnnGrader.Storage;

namespace RnnGrader.Web.Courses;

/// <summary>What of a course can be changed.</summary>
/// <param name="Title">Such as `Recurrent networks`.</param>
/// <param name="Term">Such as `Autumn 2026`.</param>
/// <param name="Archived">Whether it only rests: seen, and worked in no more.</param>
internal sealed record CourseChange(string? Title, string? Term, bool Archived)
{
    public static CourseChange Of(Course course) => new(course.Title, course.Term, course.ArchivedAt is not null);
}
