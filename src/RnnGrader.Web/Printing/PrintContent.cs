namespace RnnGrader.Web.Printing;

/// <summary>What of an assignment is printed.</summary>
public enum PrintContent
{
    /// <summary>The students' worksheets.</summary>
    Worksheets,

    /// <summary>Worksheets, and the answer key on pages of its own behind them.</summary>
    Both,

    /// <summary>The answer key.</summary>
    Key,
}
