namespace RnnGrader.Web.Lti.Links;

/// <summary>A code by which another course's platform is linked with this one.</summary>
/// <param name="Code">The code, good for a day.</param>
internal sealed record LinkCodeAnswer(string Code);
