using System.Security.Cryptography;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.Launch;

namespace RnnGrader.Web.Lti.DeepLinking;

/// <summary>What a platform is told to link (LTI deep linking 2.0, LtiDeepLinkingResponse).</summary>
internal static class DeepLinkAnswer
{
    private const int SecondsGood = 300;

    /// <returns>The claims of the token that is sent back.</returns>
    public static Dictionary<string, object> Of(LtiRegistration registration, DeepLinkTicket question, IEnumerable<Assignment> chosen, string origin, DateTime now)
    {
        var seconds = (long)(now - DateTime.UnixEpoch).TotalSeconds;
        var claims = new Dictionary<string, object>
        {
            ["iss"] = registration.ClientId,
            ["aud"] = registration.Issuer,
            ["iat"] = seconds,
            ["exp"] = seconds + SecondsGood,
            ["nonce"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
            [LtiClaims.Lti + "message_type"] = "LtiDeepLinkingResponse",
            [LtiClaims.Lti + "version"] = "1.3.0",
            [LtiClaims.Lti + "deployment_id"] = question.DeploymentId,
            [LtiClaims.DeepLinking + "content_items"] = chosen.Select(assignment => ContentItems.Of(assignment, question, origin)).ToList(),
        };
        if (question.Data is not null)
        {
            claims[LtiClaims.DeepLinking + "data"] = question.Data;
        }

        return claims;
    }
}
