using Microsoft.AspNetCore.Antiforgery;

namespace RnnGrader.Web.Lti;

/// <summary>
/// Forms of whoever comes from a platform need no cookie of their own: the session of a launch counts only for requests of which the browser says that they come from
/// this site (<see cref="LtiSession"/>). So two frames that open at once don't take each other's cookie away, and none can get lost.
/// </summary>
internal sealed class LtiAntiforgery(IAntiforgery others) : IAntiforgery
{
    private static readonly AntiforgeryTokenSet None = new("-", null, "__RequestVerificationToken", null);

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => IsLaunched(httpContext) ? None : others.GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => IsLaunched(httpContext) ? None : others.GetTokens(httpContext);

    public async Task<bool> IsRequestValidAsync(HttpContext httpContext) => IsLaunched(httpContext) || await others.IsRequestValidAsync(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => IsLaunched(httpContext) ? Task.CompletedTask : others.ValidateRequestAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
        if (!IsLaunched(httpContext))
        {
            others.SetCookieTokenAndHeader(httpContext);
        }
    }

    private static bool IsLaunched(HttpContext http) => http.User.Identity?.AuthenticationType == LtiSession.SchemeName;
}
