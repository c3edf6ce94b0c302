using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace RnnGrader.Web.Tests.SignIn;

/// <summary>
/// A university: a real OpenID Connect provider (OpenIddict) with a sign-in form of its own. It knows one client by its secret and takes nothing without PKCE.
/// </summary>
internal sealed class Provider : IAsyncDisposable
{
    public const string ClientId = "rnngrader";
    public const string ClientSecret = "a secret of the tests";

    private readonly WebApplication app;

    private Provider(WebApplication app, string address) => (this.app, Address) = (app, address);

    public string Address { get; }

    public static async Task<Provider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetUserInfoEndpointUris("connect/userinfo");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email);
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();

            // Its one client is known here and in no database.
            server.EnableDegradedMode();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || !context.RedirectUri!.EndsWith("/sign-in/university/callback", StringComparison.Ordinal))
                {
                    context.Reject(Errors.InvalidClient);
                }

                return default;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
                {
                    context.Reject(Errors.InvalidClient);
                }

                return default;
            }));
        });

        var app = builder.Build();
        app.UseAuthentication();
        app.MapGet("/connect/authorize", Authorize);
        app.MapPost("/sign-in-here", (Delegate)SignInAsync);
        await app.StartAsync();
        return new(app, app.Urls.Single());
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    // Whoever has no cookie gets the form, which says who somebody is.
    private static IResult Authorize(HttpContext context)
    {
        if (context.Request.Cookies["who"] is not { } who)
        {
            var back = WebUtility.HtmlEncode(context.Request.Path + context.Request.QueryString);
            return Results.Text($"<form method=\"post\" action=\"/sign-in-here\"><input name=\"back\" value=\"{back}\"><input name=\"who\"></form>", "text/html");
        }

        var parts = Uri.UnescapeDataString(who).Split('|');
        var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, parts[0]).SetClaim(Claims.Name, parts[1]).SetClaim(Claims.Email, parts[2]).SetClaim(Claims.EmailVerified, parts[3] == "verified");
        identity.SetScopes(context.GetOpenIddictServerRequest()!.GetScopes());
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task<IResult> SignInAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        context.Response.Cookies.Append("who", Uri.EscapeDataString(form["who"].ToString()));
        return Results.Redirect(form["back"].ToString());
    }
}
