using Microsoft.Playwright;
using RnnGrader.Web.Tests.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace RnnGrader.Web.Tests.Browser;

/// <summary>One browser for all tests, started by the first that needs it: the system's Chromium, since none can be downloaded.</summary>
/// <remarks>Debian's shell without a window takes a third less CPU over the pages than the whole browser
/// (64 s and 97 s for AccessibilityTests). It lacks people's settings, and with them the blocking of third parties' cookies: <see cref="FrameVisitAsync"/> opens the whole one.</remarks>
public sealed class Chromium : IAsyncDisposable
{
    private const string Shell = "/usr/bin/chromium-headless-shell";
    private const string Whole = "/usr/bin/chromium";

    // A frame that goes from one site to another and back changes its process each time, and Playwright loses sight of some that do so quickly: here all stay in one. What sites see of each other's cookies stays as it is.
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-site-isolation-trials"];

    // Milliseconds until something that does not come is given up. Two cores may be busy with something else for long.
    private const float Patience = 60_000;

    private readonly SemaphoreSlim turn = new(1, 1);
    private IPlaywright? playwright;
    private readonly Dictionary<string, IBrowser> browsers = [];

    /// <summary>A visitor with nothing in the browser yet.</summary>
    public Task<Visitor> VisitAsync(Uri service, Action<BrowserNewContextOptions>? change = null) => VisitAsync(Shell, service, change);

    /// <summary>A visitor whose browser keeps third parties' cookies out of frames, as people's does.</summary>
    public Task<Visitor> FrameVisitAsync(Uri service) => VisitAsync(Whole, service, null);

    /// <summary>A visitor whose browser keeps no cookie at all, partitioned or not, for the service within pages of platforms.</summary>
    public async Task<Visitor> VisitWithoutFrameCookiesAsync(string folder)
    {
        await BrowserAsync(Whole);
        Directory.CreateDirectory(Path.Combine(folder, "Default"));
        await File.WriteAllTextAsync(Path.Combine(folder, "Default", "Preferences"), """
            {"profile": {"content_settings": {"exceptions": {"cookies": {"127.0.0.1,localhost": {"setting": 2, "last_modified": "13300000000000000"}}}}}}
            """);
        var context = await playwright!.Chromium.LaunchPersistentContextAsync(folder, new() { ExecutablePath = Whole, Args = Arguments });
        context.SetDefaultTimeout(Patience);
        return await Visitor.OfAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers.Values)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private async Task<Visitor> VisitAsync(string program, Uri service, Action<BrowserNewContextOptions>? change)
    {
        var options = new BrowserNewContextOptions { BaseURL = service.ToString(), ViewportSize = new() { Width = 1280, Height = 900 }, ReducedMotion = ReducedMotion.Reduce, Permissions = ["clipboard-read", "clipboard-write"] };
        change?.Invoke(options);
        var context = await (await BrowserAsync(program)).NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return await Visitor.OfAsync(context);
    }

    private async Task<IBrowser> BrowserAsync(string program)
    {
        await turn.WaitAsync();
        try
        {
            Assert.True(File.Exists(program), $"{program} is not installed. ./test.sh installs it.");
            Assertions.SetDefaultExpectTimeout(Patience);
            playwright ??= await Playwright.CreateAsync();
            if (!browsers.TryGetValue(program, out var browser))
            {
                browsers[program] = browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments });
            }

            return browser;
        }
        finally
        {
            turn.Release();
        }
    }
}
