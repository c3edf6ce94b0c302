using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Storage;
using RnnGrader.Web.Lti;
using RnnGrader.Web.Lti.Login;

namespace RnnGrader.Web.Pages.Lms;

/// <summary>The few pages on the way between a platform and the assignment's page. They may stand in the platform's frame.</summary>
internal static class FramePages
{
    /// <param name="http">The request.</param>
    /// <param name="parameters">The page's.</param>
    /// <param name="origins">Who may frame it besides ourselves, apart by spaces; null for every registered platform.</param>
    /// <param name="status">The status.</param>
    /// <param name="formTo">Where its forms may lead besides ourselves; null for nowhere.</param>
    public static RazorComponentResult<T> Show<T>(HttpContext http, object parameters, string? origins = null, int status = StatusCodes.Status200OK, string? formTo = null) where T : IComponent
    {
        var policy = http.Response.Headers.ContentSecurityPolicy.ToString();
        policy = origins is null ? policy : $"{policy.Split(Frames.Own)[0]}{Frames.Own} {origins}";
        http.Response.Headers.ContentSecurityPolicy = formTo is null ? policy : policy.Replace("form-action 'self'", $"form-action 'self' {formTo}", StringComparison.Ordinal);
        http.Response.Headers.CacheControl = "no-store";
        return new(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }

    public static RazorComponentResult<NoticePage> Notice(HttpContext http, string heading, string sentence, string? origins = null, int status = StatusCodes.Status200OK) =>
        Show<NoticePage>(http, new { Heading = heading, Sentence = sentence }, origins, status);

    /// <summary>A launch that goes no further, so that a person knows what to do, and whoever runs the service which line of the log it is.</summary>
    public static RazorComponentResult<NoticePage> Refused(HttpContext http, LtiRefusal refusal, string reference, LtiRegistration? registration) => Show<NoticePage>(
        http,
        new { Heading = Texts.FrameRefused, Detail = refusal.Message, refusal.Code, Reference = reference, Window = refusal.MayWorkInWindow && Query(http) is { } query ? LtiEndpoints.LoginPath + query : null },
        registration?.Origins, StatusCodes.Status401Unauthorized);

    /// <summary>The way out of a frame whose cookies the browser throws away.</summary>
    public static RazorComponentResult<NoticePage> InWindow(HttpContext http, string link, LtiRegistration registration) =>
        Show<NoticePage>(http, new { Heading = Texts.FrameWindow, Sentence = Texts.FrameWindowText, Window = link }, registration.Origins);

    public static RazorComponentResult<PutSecretPage> PutSecret(HttpContext http, LoginState state, string secret, string onward, LtiRegistration registration) =>
        Show<PutSecretPage>(http, new { Target = state.StorageTarget!, Origin = PlatformOrigin(registration), state.Name, Secret = secret, Onward = onward }, registration.Origins);

    public static RazorComponentResult<GetSecretPage> GetSecret(HttpContext http, LoginState state, LtiForm.Values sent, LtiRegistration registration) =>
        Show<GetSecretPage>(http, new { Target = state.StorageTarget!, Origin = PlatformOrigin(registration), state.Name, Sent = sent }, registration.Origins);

    private static string PlatformOrigin(LtiRegistration registration) => new Uri(registration.AuthorizationEndpoint).GetLeftPart(UriPartial.Authority);

    // The state holds the login's own query, so that a window can begin it anew where cookies of its own are kept.
    private static string? Query(HttpContext http) => http.Items[typeof(LoginState)] is LoginState { LoginQuery: { } query } ? query : null;
}
