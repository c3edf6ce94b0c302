using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace RnnGrader.Web.SignIn;

/// <summary>Signing in with the university's OpenID Connect provider, where `Oidc__Authority`, `Oidc__ClientId` and `Oidc__ClientSecret` are set.</summary>
internal static class University
{
    public const string SchemeName = "university";

    public static bool HasUniversity(this IConfiguration configuration) => configuration["Oidc:Authority"] is { Length: > 0 };

    public static void AddUniversity(this WebApplicationBuilder builder, AuthenticationBuilder schemes)
    {
        if (!builder.Configuration.HasUniversity())
        {
            return;
        }

        var settings = builder.Configuration.GetSection("Oidc");
        schemes.AddOpenIdConnect(SchemeName, oidc =>
        {
            oidc.Authority = settings["Authority"];
            oidc.ClientId = settings["ClientId"];
            oidc.ClientSecret = settings["ClientSecret"];
            oidc.RequireHttpsMetadata = !new Uri(settings["Authority"]!).IsLoopback;
            oidc.SignInScheme = IdentityConstants.ExternalScheme;
            oidc.CallbackPath = "/sign-in/university/callback";
            oidc.ResponseType = OpenIdConnectResponseType.Code;

            // The answer comes as a link, so that Lax cookies, which plain http has too, come with it.
            oidc.ResponseMode = OpenIdConnectResponseMode.Query;
            oidc.UsePkce = true;
            oidc.MapInboundClaims = false;
            oidc.GetClaimsFromUserInfoEndpoint = true;
            oidc.Scope.Add("email");
            oidc.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
            oidc.CorrelationCookie.SameSite = oidc.NonceCookie.SameSite = SameSiteMode.Lax;
            oidc.CorrelationCookie.SecurePolicy = oidc.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            oidc.Events.OnRemoteFailure = failure =>
            {
                failure.Response.Redirect("/sign-in?failed=university");
                failure.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }

    /// <summary>Who somebody is at the provider.</summary>
    public static (string Subject, string? Email, bool IsVerified, string? Name)? Read(ClaimsPrincipal principal) =>
        principal.FindFirstValue("sub") is { Length: > 0 } subject
            ? (subject, principal.FindFirstValue("email"), principal.HasClaim(claim => claim.Type == "email_verified" && bool.TryParse(claim.Value, out var isVerified) && isVerified), principal.FindFirstValue("name"))
            : null;
}
