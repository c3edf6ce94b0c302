using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RnnGrader.Storage;
using RnnGrader.Web.Access;

namespace RnnGrader.Web.Lti;

/// <summary>The sign-in of whoever comes from a platform: a session cookie that works in its iframe.</summary>
internal static class LtiSession
{
    public const string SchemeName = "Lti";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void AddLtiSession(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(SchemeName, SetCookie);
        services.AddAntiforgery();
        var others = services.Single(service => service.ServiceType == typeof(IAntiforgery)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<IAntiforgery>(provider => new LtiAntiforgery((IAntiforgery)ActivatorUtilities.CreateInstance(provider, others))));
    }

    public static async Task SignInAsync(HttpContext http, Guid person)
    {
        // In a window of its own the launch is the newer of two sign-ins. The other's cookie does not come along with a platform's form, and is there all the same; in a frame it stays.
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        await http.SignInAsync(SchemeName, new ClaimsPrincipal(new ClaimsIdentity(Caller.Claims(person, isAdministrator: false), SchemeName)));
    }

    /// <summary>
    /// Reads the cookie where a request has no token, a wrong one having been refused by now. A cookie that goes along from foreign sites would let them act for whoever is signed in, so that a request
    /// which changes something counts as signed in only where the browser says that it comes from this site.
    /// </summary>
    public static void UseLtiSession(this WebApplication app) => app.Use(ReadAsync);

    private static async Task ReadAsync(HttpContext context, RequestDelegate next)
    {
        // Who comes with a new launch is not asked for the old one.
        if (context.Request.Path != LtiEndpoints.LoginPath && context.Request.Path != LtiEndpoints.LaunchPath
            && context.User.Identity is not { IsAuthenticated: true }
            && (IsSafe(context.Request) || IsOwn(context.Request))
            && await context.AuthenticateAsync(SchemeName) is { Succeeded: true, Principal: { } person })
        {
            context.User = person;
        }

        await next(context);
    }

    private static void SetCookie(CookieAuthenticationOptions cookie)
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
        cookie.Events.OnValidatePrincipal = RefuseErasedAsync;
    }

    private static async Task RefuseErasedAsync(CookieValidatePrincipalContext cookie)
    {
        var person = Caller.Of(cookie.Principal!)?.PersonId;
        var store = cookie.HttpContext.RequestServices.GetRequiredService<StoreContext>();
        if (!await store.Users.AnyAsync(p => p.Id == person && p.ErasedAt == null, cookie.HttpContext.RequestAborted))
        {
            cookie.RejectPrincipal();
        }
    }

    private static bool IsSafe(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static bool IsOwn(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [{ } site] ? site == "same-origin" : request.Headers.Origin is [{ } origin] && origin == request.Origin();
}
