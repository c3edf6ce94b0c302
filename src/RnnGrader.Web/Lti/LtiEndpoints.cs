using RnnGrader.Web.Deliveries;
using RnnGrader.Web.Lti.DeepLinking;
using RnnGrader.Web.Lti.Keys;
using RnnGrader.Web.Lti.Launch;
using RnnGrader.Web.Lti.Links;
using RnnGrader.Web.Lti.Login;
using RnnGrader.Web.Lti.Registering;
using RnnGrader.Web.Pages;
using RnnGrader.Web.Pages.Lms;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;
using RnnGrader.Web.Webhooks;

namespace RnnGrader.Web.Lti;

/// <summary>What platforms and their users' browsers come to.</summary>
internal static class LtiEndpoints
{
    public const string LoginPath = "/lti/login";
    public const string LaunchPath = "/lti/launch";
    public const string KeysPath = "/lti/jwks";
    public const string NoCoursePath = "/lti/no-course";
    public const string WindowPath = "/lti/window";
    public const string DeepLinkPath = "/lti/deep-link";

    public static string LinkPath(Guid link) => $"/lti/links/{Ids.Write(link)}";

    /// <summary>Where those who teach see to an assignment.</summary>
    public static string ManagePath(Guid assignment) => $"/teach/assignments/{Ids.Write(assignment)}/gradebook";

    public static void MapLti(this WebApplication routes)
    {
        routes.MapApi().MapLtiRegistrations().MapLms().MapWebhooks().MapDeliveries();
        var lti = routes.MapGroup("").ExcludeFromDescription();
        lti.MapMethods(LoginPath, [HttpMethods.Get, HttpMethods.Post], LoginEndpoint.LoginAsync).DisableAntiforgery();
        lti.MapPost(LaunchPath, LaunchEndpoint.LaunchAsync).DisableAntiforgery();
        lti.MapGet(WindowPath, LandingTickets.GoAsync);
        lti.MapGet(KeysPath, JwksEndpoint.GetAsync);
        lti.MapGet(NoCoursePath, (HttpContext http) => FramePages.Notice(http, Texts.FrameNoCourse, Texts.FrameNoCourseText));
        lti.MapDeepLinking();
        lti.MapLinkPages();
        lti.MapRegistration();
    }
}
