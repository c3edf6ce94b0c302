using Microsoft.Playwright;
using RnnGrader.Web.Tests.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace RnnGrader.Web.Tests.Browser;

/// <summary>One browser for all tests, started by the first that needs it: the system's Chromium, since none can be downloaded.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    // A frame that goes from one site to another and back changes its process each time, and Playwright loses sight of some that do so quickly: here all stay in one. What sites see of each other's cookies stays as it is.
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-site-isolation-trials"];

    // Milliseconds until something that does not come is given up. Two cores may be busy with something else for long.
    private const float Patience = 60_000;

    private readonly SemaphoreSlim turn = new(1, 1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A visitor with nothing in the browser yet.</summary>
    public async Task<Visitor> VisitAsync(Uri service, Action<BrowserNewContextOptions>? change = null)
    {
        var options = new BrowserNewContextOptions { BaseURL = service.ToString(), ViewportSize = new() { Width = 1280, Height = 900 }, ReducedMotion = ReducedMotion.Reduce, Permissions = ["clipboard-read", "clipboard-write"] };
        change?.Invoke(options);
        var context = await (await BrowserAsync()).NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return await Visitor.OfAsync(context);
    }

    /// <summary>A visitor whose browser keeps no cookie at all, partitioned or not, for the service within pages of platforms.</summary>
    public async Task<Visitor> VisitWithoutFrameCookiesAsync(string folder)
    {
        await BrowserAsync();
        Directory.CreateDirectory(Path.Combine(folder, "Default"));
        await File.WriteAllTextAsync(Path.Combine(folder, "Default", "Preferences"), """
            {"profile": {"content_settings": {"exceptions": {"cookies": {"127.0.0.1,localhost": {"setting": 2, "last_modified": "13300000000000000"}}}}}}
            """);
        var context = await playwright!.Chromium.LaunchPersistentContextAsync(folder, new() { ExecutablePath = Program, Args = Arguments });
        context.SetDefaultTimeout(Patience);
        return await Visitor.OfAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private async Task<IBrowser> BrowserAsync()
    {
        await turn.WaitAsync();
        try
        {
            Assert.True(File.Exists(Program), $"{Program} is not installed. ./test.sh installs it.");
            Assertions.SetDefaultExpectTimeout(Patience);
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
        }
        finally
        {
            turn.Release();
        }
    }
}
