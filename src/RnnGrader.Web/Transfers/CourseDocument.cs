using RnnGrader.Web.Assignments;
using RnnGrader.Web.Courses;

namespace RnnGrader.Web.Transfers;

/// <summary>A whole course without its people and their work: what next term starts from.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Term">Its term.</param>
/// <param name="Groups">Its groups and their goals, by name.</param>
/// <param name="Assignments">Its assignments that are not archived, oldest first.</param>
internal sealed record CourseDocument(string? Title, string? Term, IReadOnlyList<GroupAnswer>? Groups, IReadOnlyList<AssignmentRequest>? Assignments);
