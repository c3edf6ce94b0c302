namespace RnnGrader.Storage;

/// <summary>Whether a student may have new numbers for an item.</summary>
public enum NewNumbers
{
    /// <summary>The first numbers stay.</summary>
    Never,

    /// <summary>Whenever they are asked for.</summary>
    OnRequest,

    /// <summary>One set of numbers is good for one attempt.</summary>
    EachAttempt,
}
