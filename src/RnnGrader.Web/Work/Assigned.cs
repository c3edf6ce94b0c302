namespace RnnGrader.Web.Work;

/// <summary>Whose numbers an instance holds, and for what.</summary>
/// <param name="Terms">What holds for the student at the item.</param>
/// <param name="PersonId">The student.</param>
/// <param name="Round">0 for their first numbers.</param>
/// <param name="Fingerprint">A hash of the worksheet.</param>
/// <param name="Twin">How many had the same numbers already.</param>
internal sealed record Assigned(Terms Terms, Guid PersonId, int Round, long Fingerprint, int Twin);
