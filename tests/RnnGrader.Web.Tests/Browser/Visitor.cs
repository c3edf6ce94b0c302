using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>Somebody with a browser of their own. Whatever the browser complains about on the way, a script's mistake or something against the policy, fails the test.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly IBrowserContext context;

    private Visitor(IBrowserContext context) => this.context = context;

    public IPage Page { get; private set; } = null!;

    /// <summary>For stories in which requests fail on purpose.</summary>
    public bool ExpectsFailedRequests { get; set; }

    public IBrowserContext Context => context;

    public static async Task<Visitor> OfAsync(IBrowserContext context)
    {
        var visitor = new Visitor(context);
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !(visitor.ExpectsFailedRequests && message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)))
            {
                visitor.complaints.Enqueue($"{message.Location}: {message.Text}");
            }
        };
        context.WebError += (_, error) => visitor.complaints.Enqueue(error.Error);
        visitor.Page = await context.NewPageAsync();
        return visitor;
    }

    public Task<IPage> TabAsync() => context.NewPageAsync();

    public Task DisconnectAsync() => context.SetOfflineAsync(true);

    public Task ConnectAsync() => context.SetOfflineAsync(false);

    /// <summary>From the front page to a worksheet of an exercise.</summary>
    public async Task<string> TryAsync(string exercise)
    {
        await Page.GotoAsync("/");
        await Page.ClickAsync($"button[value='{exercise}']");
        await Page.WaitForURLAsync("**/worksheets/*");
        return Page.Url.Split('/')[^1];
    }

    /// <summary>Holds the page to axe's rules as it is now: light and dark, on a laptop and on a phone, where nothing may be wider than the screen.</summary>
    public async Task HasNothingInTheWayAsync()
    {
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (360, ColorScheme.Light) })
        {
            await Page.SetViewportSizeAsync(width, 900);
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            // What else there is does not change with the colours.
            var found = await Axe.FindAsync(Page, scheme == ColorScheme.Dark ? ["color-contrast"] : []);
            Assert.True(found.Count == 0, $"{Page.Url} at {width} px, {scheme}: {string.Join('\n', found)}");
            var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"{Page.Url} is {wide} px wide on a screen of {width}.");
        }

        await Page.SetViewportSizeAsync(1280, 900);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.Empty(complaints);
    }
}
