namespace RnnGrader.Web.Regrades;

/// <summary>What to grade again, and how.</summary>
/// <param name="DryRun">Whether only to say what would change. true where it is left out.</param>
/// <param name="NeverLower">Whether a submission keeps what it counts where it would count less. false where it is left out.</param>
/// <param name="CreditsCarried">Whether carried values keep their credit; left out: as the assignment has it. An applied regrade makes it the assignment's.</param>
/// <param name="GraderVersion">Version of the grader; left out: the newest. An applied regrade makes it the assignment's.</param>
internal sealed record RegradeRequest(bool? DryRun, bool? NeverLower, bool? CreditsCarried, int? GraderVersion);
