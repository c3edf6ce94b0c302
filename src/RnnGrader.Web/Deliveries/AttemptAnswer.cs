using RnnGrader.Storage;

namespace RnnGrader.Web.Deliveries;

/// <summary>One try and what came of it.</summary>
/// <param name="At">When.</param>
/// <param name="Outcome">`sent`, `again` or `refused`.</param>
/// <param name="Status">The HTTP status that was answered.</param>
/// <param name="Score">The score that was sent, 0 to 1.</param>
/// <param name="Problem">What was wrong.</param>
internal sealed record AttemptAnswer(DateTime At, string Outcome, int? Status, double? Score, string? Problem)
{
    public static AttemptAnswer Of(DeliveryAttempt attempt) => new(attempt.At, attempt.Outcome, attempt.Status, attempt.Score, attempt.Problem);
}
