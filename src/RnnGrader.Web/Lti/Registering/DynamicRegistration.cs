using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Access;
using RnnGrader.Web.Lti.Launch;
using RnnGrader.Web.Outbound;
using RnnGrader.Web.Pages;
using RnnGrader.Web.Pages.Lms;

namespace RnnGrader.Web.Lti.Registering;

/// <summary>A platform registers itself (LTI dynamic registration 1.0): by a link made beforehand, or once a signed-in administrator confirms.</summary>
internal static class DynamicRegistration
{
    public const string Path = "/lti/register";

    public static void MapRegistration(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, BeginAsync);
        routes.MapPost(Path, ConfirmAsync).DisableAntiforgery();
    }

    private static async Task<IResult> BeginAsync(HttpContext http, RegistrationInvitations invitations, PlatformDocument document, Registrations registrations, CancellationToken cancellationToken)
    {
        var sent = await LtiForm.ReadAsync(http.Request, cancellationToken);
        try
        {
            if (invitations.Read(sent["invitation"]) is { } invitation)
            {
                // Read first: an address that leads nowhere must not cost the invitation.
                var platform = await document.ReadAsync(sent["openid_configuration"], cancellationToken);
                return await invitations.UseAsync(invitation, cancellationToken)
                    ? await RegisterAsync(http, platform, sent["registration_token"], document, registrations, cancellationToken)
                    : throw new LtiRefusal("invitation_used", "This registration link was used before. An administrator makes a new one.");
            }

            if (Caller.Of(http.User) is not { IsAdministrator: true })
            {
                throw new LtiRefusal("not_administrator", "Registering a platform takes a registration link made by an administrator, or an administrator who is signed in.");
            }

            var asked = await document.ReadAsync(sent["openid_configuration"], cancellationToken);
            return FramePages.Show<RegisterPage>(
                http, new { asked.Issuer, Configuration = sent["openid_configuration"]!, Token = sent["registration_token"] }, new Uri(asked.AuthorizationEndpoint).GetLeftPart(UriPartial.Authority));
        }
        catch (LtiRefusal refusal)
        {
            return Refused(http, refusal);
        }
    }

    private static async Task<IResult> ConfirmAsync(HttpContext http, PlatformDocument document, Registrations registrations, IAntiforgery forgery, CancellationToken cancellationToken)
    {
        var sent = await LtiForm.ReadAsync(http.Request, cancellationToken);
        try
        {
            return Caller.Of(http.User) is { IsAdministrator: true } && await forgery.IsRequestValidAsync(http)
                ? await RegisterAsync(http, await document.ReadAsync(sent["openid_configuration"], cancellationToken), sent["registration_token"], document, registrations, cancellationToken)
                : throw new LtiRefusal("not_administrator", "Registering a platform takes an administrator who is signed in.");
        }
        catch (LtiRefusal refusal)
        {
            return Refused(http, refusal);
        }
    }

    private static async Task<IResult> RegisterAsync(HttpContext http, PlatformDocument.Platform platform, string? token, PlatformDocument document, Registrations registrations, CancellationToken cancellationToken)
    {
        var (client, deployment) = await document.RegisterAsync(platform, token, http.Request.Origin(), cancellationToken);
        await registrations.PutAsync(
            Visit.OfSite(Caller.Of(http.User)), new(platform.Issuer, client, platform.Name, platform.AuthorizationEndpoint, platform.TokenEndpoint, platform.Audience, platform.KeysUrl, deployment is null ? [] : [deployment]),
            cancellationToken);
        return FramePages.Show<RegisteredPage>(http, new { platform.Issuer, Client = client }, new Uri(platform.AuthorizationEndpoint).GetLeftPart(UriPartial.Authority));
    }

    private static RazorComponentResult<NoticePage> Refused(HttpContext http, LtiRefusal refusal) =>
        FramePages.Show<NoticePage>(http, new { Heading = Texts.RegisterRefused, Detail = refusal.Message, refusal.Code }, null, StatusCodes.Status403Forbidden);
}
