namespace RnnGrader.Web.Courses;

/// <summary>What became of those who were to belong to a course.</summary>
/// <param name="Added">Who did not belong to it, or not any more.</param>
/// <param name="Changed">Who did, in another role or group.</param>
/// <param name="Unchanged">Who did just so.</param>
/// <param name="Last">Id of the last of them.</param>
internal sealed record Enrolled(int Added, int Changed, int Unchanged, Guid Last);
