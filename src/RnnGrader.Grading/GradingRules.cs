namespace RnnGrader.Grading;

/// <summary>What an instructor decides about grading.</summary>
/// <param name="CreditsCarried">Whether a cell that is right for the student's own earlier values earns its credit.</param>
public sealed record GradingRules(bool CreditsCarried)
{
    /// <summary>Carried cells earn their credit.</summary>
    public static readonly GradingRules Default = new(true);
}
