using RnnGrader.Web.Gradebook;

namespace RnnGrader.Web.Printing;

/// <summary>The worksheets of some students of a class.</summary>
/// <param name="Students">The students, each with what they have.</param>
/// <param name="Part">Which part this is, from 1.</param>
/// <param name="Parts">How many there are.</param>
/// <param name="Missing">How many worksheets of this part are not drawn yet.</param>
internal sealed record PrintedPart(IReadOnlyList<(Student Student, IReadOnlyList<Printout> Sheets)> Students, int Part, int Parts, int Missing);
