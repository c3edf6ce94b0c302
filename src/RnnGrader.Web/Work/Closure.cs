namespace RnnGrader.Web.Work;

/// <summary>Why nothing is answered.</summary>
internal enum Closure
{
    /// <summary>The assignment or its course is out of the way.</summary>
    Archived,

    /// <summary>The assignment is not published.</summary>
    Draft,

    /// <summary>It has not opened yet.</summary>
    NotOpen,

    /// <summary>It has closed.</summary>
    Closed,

    /// <summary>The student has drawn other numbers since.</summary>
    OldNumbers,

    /// <summary>Every attempt is used up.</summary>
    NoAttemptLeft,

    /// <summary>Each attempt has numbers of its own, and these had theirs.</summary>
    NumbersUsed,

    /// <summary>It is somebody else's: staff look at it.</summary>
    Elses,
}
