namespace RnnGrader.Grading;

/// <summary>What became of one cell.</summary>
public enum Verdict
{
    Correct,

    /// <summary>Right for the student's own earlier values.</summary>
    Carried,

    Wrong,

    /// <summary>Not filled in yet.</summary>
    Empty,

    /// <summary>It can't be read; the feedback says why.</summary>
    Unreadable,
}
