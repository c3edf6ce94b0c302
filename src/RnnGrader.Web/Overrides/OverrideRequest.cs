namespace RnnGrader.Web.Overrides;

/// <summary>A score that a person sets.</summary>
/// <param name="Score">0 to 1; no late penalty is taken off it.</param>
/// <param name="Reason">Why, 1 to 1000 characters.</param>
internal sealed record OverrideRequest(double? Score, string? Reason);
