using Microsoft.AspNetCore.Identity;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.SignIn;

/// <summary>
/// Refuses what another site makes a browser send to the API with the cookie of whoever is signed in. Browsers say where a request comes from
/// (`Sec-Fetch-Site`, older ones `Origin`); what says neither is no browser. Pages' forms carry a token of their own.
/// </summary>
internal static class SameSite
{
    public static void UseSameSite(this WebApplication app) => app.Use((context, next) =>
        context.Request.Path.StartsWithSegments(Api.Base, StringComparison.OrdinalIgnoreCase)
            && context.User.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme
            && !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method))
            && IsForeign(context.Request)
            ? Problem.Of(StatusCodes.Status403Forbidden, "This was sent by a page of another site. Programs send a token: Authorization: Bearer <token>.").ExecuteAsync(context)
            : next(context));

    /// <summary>Whether a browser says that another site made it send this.</summary>
    public static bool IsForeign(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [{ } site] ? site is not ("same-origin" or "none")
        : request.Headers.Origin is [{ } origin] && origin != $"{request.Scheme}://{request.Host}";
}
