namespace RnnGrader.Web.Extensions;

/// <summary>More time or attempts for one student. What is left out or null is as for everybody.</summary>
/// <param name="DueAt">In place of the assignment's.</param>
/// <param name="ClosesAt">In place of the assignment's.</param>
/// <param name="ExtraAttempts">On top of each item's, 0 to 1000.</param>
/// <param name="Reason">Why, up to 1000 characters.</param>
internal sealed record ExtensionRequest(DateTime? DueAt, DateTime? ClosesAt, int? ExtraAttempts, string? Reason);
