namespace RnnGrader.Web.Deliveries;

/// <summary>How many are sent again.</summary>
/// <param name="Count">How many.</param>
internal sealed record AgainAnswer(int Count);
