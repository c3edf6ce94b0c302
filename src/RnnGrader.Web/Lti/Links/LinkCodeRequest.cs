namespace RnnGrader.Web.Lti.Links;

/// <summary>A code of another course.</summary>
/// <param name="Code">As it was answered there.</param>
internal sealed record LinkCodeRequest(string? Code);
