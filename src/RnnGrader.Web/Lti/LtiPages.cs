using System.Text.Encodings.Web;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.Launch;
using RnnGrader.Web.Lti.Login;

namespace RnnGrader.Web.Lti;

/// <summary>The few pages on the way between a platform and the assignment's page.</summary>
internal static class LtiPages
{
    /// <summary>A launch that goes no further, so that a person knows what to do, and whoever runs the service which line of the log it is.</summary>
    public static IResult Refused(HttpContext http, LtiRefusal refusal, string reference, LtiRegistration? registration)
    {
        var again = refusal.MayWorkInWindow && Query(http) is { } query ? Window(LtiEndpoints.LoginPath + query) : "";
        return LtiPage.Show(http, "This launch did not work", $"""
            <p>{Text(refusal.Message)}</p>{again}
            <p class="small">If it stays so, tell your instructor or administrator: <code>{Text(refusal.Code)}</code>, reference <code>{reference}</code>.</p>
            """, registration?.Origins, StatusCodes.Status401Unauthorized);
    }

    /// <summary>The way out of a frame whose cookies the browser throws away.</summary>
    public static IResult InWindow(HttpContext http, string link, LtiRegistration registration) => LtiPage.Show(
        http, "Open this in a new window", $"<p>Your browser keeps nothing for pages inside another site's page, so that this can't be worked on here.</p>{Window(link)}", registration.Origins);

    /// <summary>Leaves the browser's secret in the platform's storage, and goes on. Where the platform does not answer in time the cookie may still do.</summary>
    public static IResult PutSecret(HttpContext http, LoginState state, string secret, string onward, LtiRegistration registration) =>
        LtiPage.Show(http, "Opening …", $"""
            <p id="storage" data-target="{Text(state.StorageTarget!)}" data-origin="{Text(PlatformOrigin(registration))}" data-name="{state.Name}" data-value="{secret}" data-onward="{Text(onward)}">Opening …</p>
            """, registration.Origins, script: LtiScripts.PutSecret);

    /// <summary>Asks the platform's storage for the browser's secret, and sends the launch again with it.</summary>
    public static IResult GetSecret(HttpContext http, LoginState state, LtiForm.Values sent, LtiRegistration registration)
    {
        var fields = string.Concat(sent.Select(pair => $"""<input type="hidden" name="{Text(pair.Key)}" value="{Text(pair.Value!)}">"""));
        return LtiPage.Show(http, "Opening …", $"""
            <form method="post" action="{LtiEndpoints.LaunchPath}" data-target="{Text(state.StorageTarget!)}" data-origin="{Text(PlatformOrigin(registration))}" data-name="{state.Name}">
            {fields}<input type="hidden" name="{LaunchEndpoint.SecretField}" value="-"><p>Opening …</p></form>
            """, registration.Origins, script: LtiScripts.GetSecret);
    }

    public static IResult NoCourse(HttpContext http) => LtiPage.Show(
        http, "You are signed in", "<p>This link is not in a course, so that there is no assignment to open. Open a link within one of your courses.</p>", null);

    public static string Text(string text) => HtmlEncoder.Default.Encode(text);

    private static string Window(string address) => $"""<p><a class="button" target="_blank" rel="noopener" href="{Text(address)}">Open in a new window</a></p>""";

    private static string PlatformOrigin(LtiRegistration registration) => new Uri(registration.AuthorizationEndpoint).GetLeftPart(UriPartial.Authority);

    // The state holds the login's own query, so that a window can begin it anew where cookies of its own are kept.
    private static string? Query(HttpContext http) => http.Items[typeof(LoginState)] is LoginState { LoginQuery: { } query } ? query : null;
}
