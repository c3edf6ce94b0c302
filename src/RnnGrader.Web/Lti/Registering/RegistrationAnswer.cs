using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Registering;

/// <summary>A platform that knows this tool.</summary>
/// <param name="Id">Its id here.</param>
/// <param name="Issuer">Its `iss`.</param>
/// <param name="ClientId">What it calls this tool.</param>
/// <param name="Name">The platform, for people.</param>
/// <param name="AuthorizationEndpoint">Where a login goes on.</param>
/// <param name="TokenEndpoint">Where tokens for its services are had.</param>
/// <param name="TokenAudience">`aud` to ask for a token with, where it is not the token endpoint.</param>
/// <param name="KeysUrl">Its public keys.</param>
/// <param name="Deployments">Where it has installed this tool.</param>
internal sealed record RegistrationAnswer(
    string Id, string Issuer, string ClientId, string Name, string AuthorizationEndpoint, string? TokenEndpoint, string? TokenAudience, string KeysUrl, IReadOnlyList<DeploymentAnswer> Deployments)
{
    public static RegistrationAnswer Of(LtiRegistration r, IEnumerable<LtiDeployment> deployments) => new(
        Ids.Write(r.Id), r.Issuer, r.ClientId, r.Name, r.AuthorizationEndpoint, r.TokenEndpoint, r.TokenAudience, r.KeysUrl,
        [.. deployments.Where(d => d.RegistrationId == r.Id).OrderBy(d => d.DeploymentId, StringComparer.Ordinal).Select(d => new DeploymentAnswer(d.DeploymentId, d.IsPending))]);
}
