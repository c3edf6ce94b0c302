using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.DeepLinking;
using RnnGrader.Web.Lti.Keys;
using RnnGrader.Web.Lti.Login;
using RnnGrader.Web.Pages.Lms;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Launch;

/// <summary>Where the platform sends the browser back to with an id_token: for links, and for choosing what to link.</summary>
internal static class LaunchEndpoint
{
    /// <summary>Field in which a page of ours brings the browser's secret from the platform's storage.</summary>
    public const string SecretField = "rnngrader_secret";

    public static async Task<IResult> LaunchAsync(
        HttpContext http, StoreContext store, IDataProtectionProvider protection, TimeProvider time, RecentRegistrations recent, PlatformKeys keys, Launching launching, Picker picker, LaunchLog log, IOptions<LtiSettings> settings,
        CancellationToken cancellationToken)
    {
        LtiRegistration? registration = null;
        IdToken? token = null;
        try
        {
            var sent = await LtiForm.ReadAsync(http.Request, cancellationToken);
            var state = LoginState.Read(sent["state"], protection, time);
            http.Items[typeof(LoginState)] = state;
            registration = await recent.FindAsync(store, state.RegistrationId, cancellationToken);
            var cookie = http.Request.Cookies[LtiCookies.Name(state.Name)];
            if (!state.IsOf(cookie) && !state.IsOf(sent[SecretField]))
            {
                return cookie is null && state.StorageTarget is not null && sent[SecretField] is null
                    ? FramePages.GetSecret(http, state, sent, registration)
                    : throw new LtiRefusal("state_browser", "Your browser did not keep this launch's cookie, or the launch was begun in another browser.") { MayWorkInWindow = true };
            }

            if (sent["error"] is { } error)
            {
                throw new LtiRefusal("platform_error", $"The platform could not launch: {sent["error_description"] ?? error}");
            }

            token = IdToken.Read(sent["id_token"]);
            await token.VerifyAsync(registration, keys, cancellationToken);
            var launched = TokenChecks.Check(token.Claims, registration, state, http.Request.Origin(), time.Now(), settings.Value);
            var landing = await launching.TakeAsync(registration, state, launched, cookie is not null, cancellationToken);
            http.Response.Cookies.Delete(LtiCookies.Name(state.Name), LtiCookies.Options());

            // What kept no cookie of the login keeps none of a session. A platform waits in its frame for what to link, and would not hear it from a window.
            return cookie is not null ? await landing.GoAsync(http)
                : landing.Ticket is { } ticket ? await picker.ShowAsync(http, ticket, cancellationToken)
                : FramePages.InWindow(http, LandingTickets.Link(protection, landing, time.Now()), registration);
        }
        catch (LtiRefusal refusal)
        {
            return await log.RefuseAsync(http, refusal, registration, token?.Claims, cancellationToken);
        }
    }
}
