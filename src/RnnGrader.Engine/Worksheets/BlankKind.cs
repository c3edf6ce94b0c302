namespace RnnGrader.Engine.Worksheets;

/// <summary>What a student fills in.</summary>
public enum BlankKind
{
    /// <summary>A matrix or vector of numbers.</summary>
    Numbers,

    /// <summary>Rows × columns.</summary>
    Size,

    /// <summary>One number.</summary>
    Number,

    /// <summary>The components that are crossed out.</summary>
    CrossedOut,

    /// <summary>The links that are added, pairs of units.</summary>
    Links,
}
