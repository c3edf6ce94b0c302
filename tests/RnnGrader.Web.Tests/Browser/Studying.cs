using Microsoft.Playwright;
using RnnGrader.Web.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>What a student does on a worksheet's page, and how it is looked at.</summary>
internal static class Studying
{
    public static async Task<IReadOnlyList<string>> SolutionAsync(Classroom room, IPage page) =>
        [.. (await room.Instructor.Http.SolutionAsync(page.Url.Split('#')[0].Split('/')[^1])).SelectMany(Sheets.Cells)];

    public static async Task HandInAsync(IPage page, IReadOnlyList<string> values)
    {
        foreach (var (value, i) in values.Select((value, i) => (value, i)))
        {
            await page.Locator(".cells input").Nth(i).FillAsync(value);
        }

        await page.ClickAsync(".deed button");
    }

    /// <summary>Nothing can be handed in, and everything is there to be read.</summary>
    public static async Task IsReadAloneAsync(IPage page, string why)
    {
        await Expect(page.Locator("#closed")).ToContainTextAsync(why);
        await Expect(page.Locator("button[value=submit]")).ToHaveCountAsync(0);
        foreach (var cell in await page.Locator(".cells input").AllAsync())
        {
            await Expect(cell).Not.ToBeEditableAsync();
            await Expect(cell).ToBeEnabledAsync();
        }
    }

    /// <summary>The page as it is now, by axe on a laptop and a phone, light and dark; and in the pseudo-language.</summary>
    public static async Task LookAsync(Visitor visitor)
    {
        var (page, url) = (visitor.Page, visitor.Page.Url);
        await visitor.HasNothingInTheWayAsync();
        await page.GotoAsync(url.Split('#')[0] + "?culture=qps-ploc");
        await LanguageTests.HasNoneLeftOutAsync(visitor);
        await page.GotoAsync(url);
    }
}
