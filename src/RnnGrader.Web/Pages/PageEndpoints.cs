using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using RnnGrader.Web.Pages.Accounts;
using RnnGrader.Web.Pages.Administration;
using RnnGrader.Web.Pages.Demo;
using RnnGrader.Web.Pages.Front;
using RnnGrader.Web.Pages.Printing;
using RnnGrader.Web.Pages.Studying;
using RnnGrader.Web.Pages.Teaching;
using RnnGrader.Web.Pages.Worksheets;
using RnnGrader.Web.SignIn;

namespace RnnGrader.Web.Pages;

/// <summary>The pages, by their addresses.</summary>
internal static class PageEndpoints
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddScoped<Asking>().AddScoped<WorksheetViews>().AddScoped<CourseViews>();
        services.AddScoped<ConnectionsReader>().AddScoped<PlatformsReader>();
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "rnngrader.form";
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.SuppressXFrameOptionsHeader = true; // frame-ancestors says it.
        });
    }

    /// <summary>The style sheets, scripts and pictures beside the program. They are asked for each time and mostly answered 304, so that a page never has those of another version.</summary>
    public static void UsePageFiles(this WebApplication app) =>
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });

    /// <summary>Pages are no part of the API's document.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapFrontPage();
        pages.MapWorksheets();
        pages.MapCodePages();
        pages.MapStudying();
        pages.MapSignIn(routes.ServiceProvider.GetRequiredService<IConfiguration>().HasUniversity());
        pages.MapInvitationPages();
        pages.MapSetup();
        pages.MapAccount();
        pages.MapTeaching();
        pages.MapAdministration();
        if (DemoPages.IsOffered(routes.ServiceProvider.GetRequiredService<IConfiguration>()))
        {
            pages.MapDemo();
        }
        pages.MapPlatformPages();
        pages.MapJoinPages();
    }
}
