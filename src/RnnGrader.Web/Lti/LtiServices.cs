using RnnGrader.Web.Deliveries;
using RnnGrader.Web.Lti.DeepLinking;
using RnnGrader.Web.Lti.Keys;
using RnnGrader.Web.Lti.Launch;
using RnnGrader.Web.Lti.Registering;
using RnnGrader.Web.Lti.Rosters;
using RnnGrader.Web.Lti.Scores;
using RnnGrader.Web.Outbound;
using RnnGrader.Web.Webhooks;

namespace RnnGrader.Web.Lti;

internal static class LtiServices
{
    public static void AddLti(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<LtiSettings>(builder.Configuration.GetSection("Lti"));
        services.AddSingleton<OutboundHttp>().AddSingleton<PlatformKeys>().AddSingleton<FrameAncestors>().AddSingleton<Login.RecentRegistrations>();
        services.AddScoped<ToolKeys>().AddScoped<LaunchLog>().AddScoped<Launching>().AddSingleton<DeepLinkTickets>().AddScoped<Picker>()
            .AddScoped<Registrations>().AddScoped<RegistrationInvitations>().AddScoped<LaunchReader>().AddSingleton<PlatformDocument>();
        services.Configure<DeliverySettings>(builder.Configuration.GetSection("Deliveries"));
        services.AddSingleton<ServiceTokens>().AddScoped<ServiceCalls>().AddScoped<LineItems>().AddScoped<ScoreSender>()
            .AddSingleton<WebhookSecrets>().AddScoped<WebhookSender>().AddSingleton<Lanes>().AddScoped<DeliveryQueue>().AddSingleton<DeliveryJob>().AddHostedService(provider => provider.GetRequiredService<DeliveryJob>())
            .AddScoped<DeliveryDesk>().AddScoped<WebhookEditing>().AddScoped<Links.LmsConnection>()
            .AddScoped<RosterReader>().AddScoped<Rosters.Rosters>().AddHostedService<RosterJob>();
        services.AddLtiSession();
    }
}
