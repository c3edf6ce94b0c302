using RnnGrader.Storage;
using RnnGrader.Web.Lti.Login;

namespace RnnGrader.Web.Lti.Launch;

/// <summary>
/// Checks 6 to 16 of a verified id_token, each with a code of its own (LTI core 5.3, security framework 5.1.3). The library's own checks let pass a missing or
/// future `iat`, an `exp` in quotes, extra audiences, a wrong `azp`, and do not know nonces.
/// </summary>
internal static class TokenChecks
{
    public const string ResourceLink = "LtiResourceLinkRequest";
    public const string DeepLink = "LtiDeepLinkingRequest";
    private const string Version = "1.3.0";
    private const int MaxText = 255;

    public static Launched Check(LtiClaims claims, LtiRegistration registration, LoginState state, string origin, DateTime now, LtiSettings settings)
    {
        Party(claims, registration);
        Times(claims, now, settings);
        if (claims.Filled("nonce") is not { } nonce)
        {
            throw new LtiRefusal("nonce_missing", "The platform's token has no nonce.");
        }

        if (nonce != state.Nonce)
        {
            throw new LtiRefusal("nonce_wrong", "The platform's token belongs to another launch: its nonce is not the one that was sent.");
        }

        var message = Message(claims);
        var deployment = claims.Filled(LtiClaims.Lti + "deployment_id") is { Length: <= MaxText } id
            ? id : throw new LtiRefusal("deployment_missing", "The platform's token has no deployment_id of at most 255 characters.");
        var link = message == ResourceLink ? Link(claims) : null;
        var target = Target(claims, message, origin);
        var roles = claims.Texts(LtiClaims.Lti + "roles") ?? throw new LtiRefusal("roles_missing", "The platform's token has no roles; an empty list would do.");
        var subject = claims.Filled("sub") is { Length: <= MaxText } sub
            ? sub : throw new LtiRefusal("sub_missing", "The platform did not say who you are (sub). Anonymous launches can't be graded, and are not taken.");
        return new(claims, message, deployment, link, target, roles, subject);
    }

    private static void Party(LtiClaims claims, LtiRegistration registration)
    {
        if (claims.Text("iss") is var issuer && issuer != registration.Issuer)
        {
            throw new LtiRefusal("iss_wrong", $"The token is from {issuer ?? "nobody"}; this launch was begun by {registration.Issuer}.");
        }

        var audiences = claims.OneOrMore("aud") ?? [];
        if (!audiences.Contains(registration.ClientId))
        {
            throw new LtiRefusal("aud_wrong", "The token is for another tool: its aud is not this tool's client_id.");
        }

        if (audiences.Any(audience => audience != registration.ClientId))
        {
            throw new LtiRefusal("aud_foreign", "The token is for other tools too, which this tool has no reason to trust.");
        }

        if (claims.Text("azp") is { } party && party != registration.ClientId)
        {
            throw new LtiRefusal("azp_wrong", "The token was made for another party: its azp is not this tool's client_id.");
        }
    }

    private static void Times(LtiClaims claims, DateTime now, LtiSettings settings)
    {
        var seconds = (now - DateTime.UnixEpoch).TotalSeconds;
        var expires = claims.Seconds("exp") ?? throw new LtiRefusal("exp_missing", "The platform's token does not say until when it is good (exp).");
        var issued = claims.Seconds("iat") ?? throw new LtiRefusal("iat_missing", "The platform's token does not say when it was made (iat).");
        var skew = FormattableString.Invariant($"by this server's clock the platform's is {Math.Abs(issued - seconds):0} s {(issued > seconds ? "ahead" : "behind")}, and {settings.LeewaySeconds:0} s are allowed");
        if (expires + settings.LeewaySeconds <= seconds)
        {
            throw new LtiRefusal("exp_past", FormattableString.Invariant($"The platform's token expired {seconds - expires:0} s ago ({skew}). Open the link again; if it stays so, one of the clocks is wrong."));
        }

        if (issued - settings.LeewaySeconds > seconds)
        {
            throw new LtiRefusal("iat_ahead", $"The platform's token was made in the future: {skew}. One of the clocks is wrong.");
        }

        if (issued + settings.MaxAgeSeconds + settings.LeewaySeconds < seconds)
        {
            throw new LtiRefusal("iat_old", $"The platform's token is too old: {skew}. Open the link again; if it stays so, one of the clocks is wrong.");
        }
    }

    private static string Message(LtiClaims claims)
    {
        if (!claims.Names.Any(name => name.StartsWith(LtiClaims.Lti, StringComparison.Ordinal)))
        {
            throw new LtiRefusal("lti_missing", "This is no LTI launch: the platform's token has none of LTI's claims.");
        }

        var version = claims.Text(LtiClaims.Lti + "version") ?? throw new LtiRefusal("version_missing", $"The platform's token does not say that it is of LTI {Version}.");
        if (version != Version)
        {
            throw new LtiRefusal("version_wrong", $"This is no LTI {Version} launch: its version is {version}.");
        }

        var message = claims.Text(LtiClaims.Lti + "message_type") ?? throw new LtiRefusal("message_missing", "The platform's token does not say what it is for (message_type).");
        return message is ResourceLink or DeepLink ? message : throw new LtiRefusal("message_unknown", $"This tool takes {ResourceLink} and {DeepLink}, and not {message}.");
    }

    private static string Link(LtiClaims claims) => claims.Object(LtiClaims.Lti + "resource_link")?.Filled("id") is { Length: <= MaxText } id
        ? id : throw new LtiRefusal("resource_link_missing", "The platform did not say which link was opened (resource_link.id).");

    // Where to go on to is the platform's word, and must not be another's site. Deep linking needs none: it has one place to go.
    private static Uri? Target(LtiClaims claims, string message, string origin)
    {
        if (claims.Filled(LtiClaims.Lti + "target_link_uri") is not { } text)
        {
            return message == DeepLink ? null : throw new LtiRefusal("target_missing", "The platform did not say where the link leads (target_link_uri).");
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var target) && target.GetLeftPart(UriPartial.Authority) == origin
            ? target : throw new LtiRefusal("target_foreign", $"The link leads to another site than this one ({origin}). Its address in the platform must be this tool's.");
    }
}
