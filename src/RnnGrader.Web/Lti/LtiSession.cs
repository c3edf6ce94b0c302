using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using RnnGrader.Web.Access;

namespace RnnGrader.Web.Lti;

/// <summary>The sign-in of whoever comes from a platform: a session cookie that works in its iframe.</summary>
internal static class LtiSession
{
    public const string SchemeName = "Lti";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void AddLtiSession(this IServiceCollection services) => services.AddAuthentication().AddCookie(SchemeName, cookie =>
    {
        cookie.Cookie = new CookieBuilder
        {
            Name = LtiCookies.Name("rnngrader-lti"),
            HttpOnly = true,
            SecurePolicy = CookieSecurePolicy.Always,
            SameSite = SameSiteMode.None,
            Path = "/",
            Extensions = { "Partitioned" },
        };
        cookie.ExpireTimeSpan = Lifetime;
        cookie.SlidingExpiration = false;
    });

    public static Task SignInAsync(HttpContext http, Guid person) =>
        http.SignInAsync(SchemeName, new ClaimsPrincipal(new ClaimsIdentity(Caller.Claims(person, isAdministrator: false), SchemeName)));

    /// <summary>
    /// Reads the cookie where a request has no token. A cookie that goes along from foreign sites would let them act for whoever is signed in, so that a request
    /// which changes something counts as signed in only where the browser says that it comes from this site.
    /// </summary>
    public static void UseLtiSession(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.User.Identity is not { IsAuthenticated: true } && context.Request.Headers.Authorization.Count == 0
            && (IsSafe(context.Request) || IsOwn(context.Request))
            && await context.AuthenticateAsync(SchemeName) is { Succeeded: true, Principal: { } person })
        {
            context.User = person;
        }

        await next(context);
    });

    private static bool IsSafe(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static bool IsOwn(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [{ } site] ? site == "same-origin" : request.Headers.Origin is [{ } origin] && origin == request.Origin();
}
