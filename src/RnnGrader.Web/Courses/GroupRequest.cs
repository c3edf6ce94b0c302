namespace RnnGrader.Web.Courses;

/// <summary>What a group's students must do.</summary>
/// <param name="Goal">How many exercises they must complete; null for no goal.</param>
internal sealed record GroupRequest(int? Goal);
