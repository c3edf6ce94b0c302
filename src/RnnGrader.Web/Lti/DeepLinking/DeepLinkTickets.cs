using Microsoft.AspNetCore.DataProtection;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.Launch;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.DeepLinking;

/// <summary>Writes and reads tickets: encrypted, good for two hours, for one person. They are also what a forged form can't have.</summary>
internal sealed class DeepLinkTickets(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);
    private const string Purpose = "RnnGrader.Lti.DeepLink";

    /// <summary>The ticket with which the question is answered.</summary>
    /// <exception cref="LtiRefusal">It is asked of somebody who teaches nothing there, or can't be answered with links of ours.</exception>
    public string Make(LtiRegistration registration, Launched launch, LtiContext? context, CourseRole role, Guid person, bool keepsSession)
    {
        if (context is null || role == CourseRole.Student)
        {
            throw new LtiRefusal("deep_link_role", "Links are chosen by instructors, within a course.");
        }

        if (launch.Claims.Object(LtiClaims.DeepLinking + "deep_linking_settings") is not { } settings
            || !(Uri.TryCreate(settings.Filled("deep_link_return_url"), UriKind.Absolute, out var back) && back.Scheme is "https" or "http"))
        {
            throw new LtiRefusal("deep_link_settings", "The platform asked what to link and did not say where to answer (deep_link_return_url).");
        }

        if (settings.Texts("accept_types")?.Contains("ltiResourceLink") != true)
        {
            throw new LtiRefusal("deep_link_types", "The platform does not take links of this tool in this place.");
        }

        var ticket = new DeepLinkTicket(
            registration.Id, launch.DeploymentId, context.CourseId, person, back.AbsoluteUri, settings.Text("data"),
            settings.Flag("accept_multiple") ?? false, settings.Flag("accept_lineitem") ?? true, IsWithoutSession: !keepsSession);
        return protection.Seal(Purpose, ticket, time.Now() + Lifetime);
    }

    /// <summary>The ticket; null where it is none of ours, or too old.</summary>
    public DeepLinkTicket? Read(string? text) => protection.Unseal<DeepLinkTicket>(Purpose, text, time.Now());
}
