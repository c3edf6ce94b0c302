using RnnGrader.Web.Outbound;

namespace RnnGrader.Web.Lti.Scores;

internal static class Retrying
{
    /// <summary>Whether the same request may go better later. Canvas answers 403 where a tool has asked too much.</summary>
    public static bool MayPass(OutboundAnswer answer) =>
        answer.Status is 401 or 408 or 425 or 429 or >= 500
        || (answer.Status == 403 && answer.Body.Contains("Rate Limit Exceeded", StringComparison.OrdinalIgnoreCase));
}
