using RnnGrader.Storage;

namespace RnnGrader.Web.People;

/// <summary>A course that somebody belongs to.</summary>
/// <param name="Id">Id of the course.</param>
/// <param name="Title">Its title.</param>
/// <param name="Role">What they are there.</param>
internal sealed record MyCourseAnswer(string Id, string Title, CourseRole Role);
