namespace RnnGrader.Web.Lti.Registering;

/// <summary>A link by which a platform can register itself.</summary>
/// <param name="Url">The link, shown this once.</param>
/// <param name="ExpiresAt">Until when it is good.</param>
internal sealed record RegistrationLinkAnswer(string Url, DateTime ExpiresAt);
