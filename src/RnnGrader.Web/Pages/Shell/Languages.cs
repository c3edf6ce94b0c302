using System.Globalization;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Pages.Shell;

/// <summary>The languages that there are texts in: English, and one for each file Texts.*.resx.</summary>
internal static class Languages
{
    private static readonly string[] Names =
        [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "RnnGrader.Web.resources.dll", SearchOption.AllDirectories).Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))];

    /// <summary>Chooses by <c>?culture=</c>, then a cookie, then what the browser asks for. The resources are in English.</summary>
    public static void UseLanguages(this WebApplication app)
    {
        CultureInfo[] cultures = [new("en"), .. Names.Order(StringComparer.Ordinal).Select(name => new CultureInfo(name))];
        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments(Api.Base, StringComparison.OrdinalIgnoreCase),
            pages => pages.UseRequestLocalization(options =>
            {
                options.DefaultRequestCulture = new("en");
                options.SupportedCultures = [new("en")];
                options.SupportedUICultures = cultures;
            }));
    }
}
