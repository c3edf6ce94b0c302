using System.Text.Json;
using Microsoft.Playwright;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>A visitor without a mouse.</summary>
internal static class Keyboard
{
    private const int MostStops = 400;

    private const string Focused = """
        () => {
          const at = document.activeElement;
          return { tag: at.tagName.toLowerCase(), name: at.getAttribute("name") ?? "", value: at.value ?? "", text: (at.getAttribute("aria-label") ?? at.textContent).trim(),
                   id: at.dataset.id ?? "", isOpen: !!at.parentElement?.open, isChecked: !!at.checked, isSeen: at.checkVisibility() && at.getBoundingClientRect().width > 0 };
        }
        """;

    /// <summary>What has the focus.</summary>
    public static async Task<Stop> StopAsync(this IPage page) => (await page.EvaluateAsync<JsonElement>(Focused)).Deserialize<Stop>(JsonSerializerOptions.Web)!;

    /// <summary>Presses Tab until it is there, and does on the way what there is to do.</summary>
    public static async Task TabToAsync(this IPage page, Func<Stop, bool> isThere, Func<Stop, Task>? onTheWay = null)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.StopAsync();
            if (isThere(stop))
            {
                return;
            }

            await (onTheWay?.Invoke(stop) ?? Task.CompletedTask);
        }

        Assert.Fail($"Tab does not lead there: {page.Url}");
    }

    /// <summary>From the front page to a worksheet.</summary>
    public static async Task<string> TryWithKeysAsync(this IPage page, string exercise)
    {
        await page.GotoAsync("/");
        await page.TabToAsync(stop => stop is { Tag: "button" } && stop.Value == exercise);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/worksheets/*");
        return page.Url.Split('/')[^1];
    }
}
