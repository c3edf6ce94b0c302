namespace RnnGrader.Web.Courses;

/// <summary>What a roster changed, or would change.</summary>
/// <param name="DryRun">Whether nothing was stored.</param>
/// <param name="Added">How many did not belong to the course, or not any more.</param>
/// <param name="Changed">How many did, in another role or group.</param>
/// <param name="Unchanged">How many did just so.</param>
internal sealed record RosterAnswer(bool DryRun, int Added, int Changed, int Unchanged);
