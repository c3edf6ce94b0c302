namespace RnnGrader.Web.Lti.Registering;

/// <summary>A platform that knows this tool.</summary>
/// <param name="Issuer">Its `iss`, to the letter.</param>
/// <param name="ClientId">What it calls this tool.</param>
/// <param name="Name">The platform, for people. Its host where it is left out.</param>
/// <param name="AuthorizationEndpoint">Where a login goes on.</param>
/// <param name="TokenEndpoint">Where tokens for its services are had; null where it has none.</param>
/// <param name="TokenAudience">`aud` to ask for a token with, where it is not the token endpoint.</param>
/// <param name="KeysUrl">Its public keys.</param>
/// <param name="Deployments">Deployments to let in, beside those that are.</param>
internal sealed record RegistrationRequest(
    string? Issuer, string? ClientId, string? Name, string? AuthorizationEndpoint, string? TokenEndpoint, string? TokenAudience, string? KeysUrl, IReadOnlyList<string>? Deployments);
