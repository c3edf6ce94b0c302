using RnnGrader.Storage;

namespace RnnGrader.Web.Privacy;

/// <summary>A course that somebody belongs or belonged to.</summary>
internal sealed record ExportedCourse(string Id, string Title, string Term, CourseRole Role, string? Group, DateTime JoinedAt, DateTime? RemovedAt);
