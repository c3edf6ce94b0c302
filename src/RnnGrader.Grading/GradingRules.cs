namespace RnnGrader.Grading;

/// <summary>By which rules answers are graded.</summary>
/// <param name="Version">Version of the grader, one of <see cref="Versions"/>: what an assignment began with holds for it until it is graded again.</param>
/// <param name="CreditsCarried">Whether a cell that is right for the student's own earlier values earns its credit.</param>
public sealed record GradingRules(int Version, bool CreditsCarried)
{
    /// <summary>The versions that this grader can grade by. A change that can change a verdict or a credit adds one, and keeps the old.</summary>
    public static readonly IReadOnlyList<int> Versions = [1];

    /// <summary>By the newest version, and carried cells earn their credit.</summary>
    public static readonly GradingRules Default = new(Grader.Version, true);
}
