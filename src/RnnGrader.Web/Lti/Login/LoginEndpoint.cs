using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.Launch;
using RnnGrader.Web.Pages.Lms;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Login;

/// <summary>The third-party initiated login (OpenID Connect core 4, LTI security framework 5.1.1): the platform sends the browser here, and it is sent back at once.</summary>
internal static class LoginEndpoint
{
    public static async Task<IResult> LoginAsync(HttpContext http, StoreContext store, IDataProtectionProvider protection, TimeProvider time, LaunchLog log, CancellationToken cancellationToken)
    {
        LtiRegistration? registration = null;
        try
        {
            var sent = await LtiForm.ReadAsync(http.Request, cancellationToken);
            var hint = sent["login_hint"] ?? throw new LtiRefusal("login_hint_missing", "The platform began a login without login_hint.");
            registration = await FindAsync(store, sent["iss"], sent["client_id"], cancellationToken);
            var query = QueryString.Create(sent.Where(pair => pair.Key != "lti_storage_target" && pair.Value is not null)).Value;
            var (state, secret) = LoginState.Begin(registration.Id, sent["lti_storage_target"], query, time.Now());
            http.Response.Cookies.Append(LtiCookies.Name(state.Name), secret, LtiCookies.Options(LoginState.Lifetime));

            // The hints go back to the letter and nothing else does: a platform whose session is SameSite=Lax takes a GET, and refuses what it does not know.
            var onward = QueryHelpers.AddQueryString(registration.AuthorizationEndpoint, new Dictionary<string, string?>
            {
                ["scope"] = "openid",
                ["response_type"] = "id_token",
                ["response_mode"] = "form_post",
                ["prompt"] = "none",
                ["client_id"] = registration.ClientId,
                ["redirect_uri"] = http.Request.Origin() + LtiEndpoints.LaunchPath,
                ["login_hint"] = hint,
                ["lti_message_hint"] = sent["lti_message_hint"],
                ["state"] = state.Protect(protection),
                ["nonce"] = state.Nonce,
            });
            http.Response.Headers.CacheControl = "no-store";
            return state.StorageTarget is null ? TypedResults.Redirect(onward) : FramePages.PutSecret(http, state, secret, onward, registration);
        }
        catch (LtiRefusal refusal)
        {
            return await log.RefuseAsync(http, refusal, registration, null, cancellationToken);
        }
    }

    private static async Task<LtiRegistration> FindAsync(StoreContext store, string? issuer, string? client, CancellationToken cancellationToken)
    {
        var found = await store.LtiRegistrations.AsNoTracking().Where(r => r.Issuer == issuer && (client == null || r.ClientId == client)).Take(2).ToListAsync(cancellationToken);
        return found switch
        {
            [var one] => one,
            [] => throw new LtiRefusal("issuer_unknown", $"This platform ({issuer}, client {client ?? "not named"}) is not registered here. An administrator registers it once; docs/lms.md says how."),
            _ => throw new LtiRefusal("client_missing", "This platform is registered here more than once and did not say which client_id it means."),
        };
    }
}
