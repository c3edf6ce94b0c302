using RnnGrader.Storage;

namespace RnnGrader.Web.Lti.Scores;

/// <summary>What an assignment is to a platform's gradebook.</summary>
internal static class ScorePayload
{
    /// <summary>`tag` of our line items.</summary>
    public const string Tag = "rnngrader";

    /// <summary>What the whole of an assignment is worth. A platform takes nothing that is worth 0.</summary>
    public static double Maximum(IEnumerable<AssignmentItem> items) => items.Sum(item => item.Points) is > 0 and var sum ? sum : 1;
}
