namespace RnnGrader.Web.Deliveries;

/// <summary>What came of a try.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Status">The HTTP status; null where nothing was answered or asked.</param>
/// <param name="Problem">What was wrong, fit to be shown.</param>
/// <param name="Pause">How long to wait at least, where the other side or the cause says it.</param>
/// <param name="Score">The score that was sent.</param>
internal sealed record DeliveryResult(DeliveryOutcome Outcome, int? Status = null, string? Problem = null, TimeSpan? Pause = null, double? Score = null);
