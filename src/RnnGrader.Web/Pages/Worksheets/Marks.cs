using RnnGrader.Grading;

namespace RnnGrader.Web.Pages.Worksheets;

/// <summary>How a verdict is shown: by a sign, a word and a colour, never by colour alone.</summary>
internal static class Marks
{
    public static string Sign(Verdict verdict) => verdict switch
    {
        Verdict.Correct => "✓",
        Verdict.Carried => "↪",
        Verdict.Wrong => "✗",
        Verdict.Unreadable => "?",
        Verdict.Empty or _ => "○",
    };

    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Correct => Texts.VerdictCorrect,
        Verdict.Carried => Texts.VerdictCarried,
        Verdict.Wrong => Texts.VerdictWrong,
        Verdict.Unreadable => Texts.VerdictUnreadable,
        Verdict.Empty or _ => Texts.VerdictEmpty,
    };

    /// <summary>The name of its colours in the style sheet.</summary>
    public static string Class(Verdict verdict) => verdict switch
    {
        Verdict.Correct => "correct",
        Verdict.Carried => "carried",
        Verdict.Wrong => "wrong",
        Verdict.Unreadable => "unreadable",
        Verdict.Empty or _ => "empty",
    };
}
