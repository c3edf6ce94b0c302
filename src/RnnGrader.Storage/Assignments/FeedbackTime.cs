namespace RnnGrader.Storage;

/// <summary>When students see how their work was graded.</summary>
public enum FeedbackTime
{
    /// <summary>At once.</summary>
    Immediate,

    /// <summary>When the work is due.</summary>
    AfterDue,
}
