using RnnGrader.Web.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>axe finds nothing on any page in any state, and nothing is wider than a phone.</summary>
[Trait("stage", "browser")]
public sealed class AccessibilityTests(Houses houses, Chromium chromium)
{
    private readonly HttpClient http = houses.Client(Database.Postgres);

    [Theory, InlineData("/"), InlineData("/nothing-here"), InlineData("/worksheets/none")]
    public async Task Of_a_plain_page(string path)
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        visitor.ExpectsFailedRequests = true; // the page of a 404 is one
        await visitor.Page.GotoAsync(path);
        await visitor.HasNothingInTheWayAsync();
    }

    [Theory, InlineData("rnn-step-1"), InlineData("rnn-grow-hidden"), InlineData("graph-to-matrix"), InlineData("matrix-to-graph")]
    public async Task Of_a_worksheet_empty_and_wrong_with_a_hint_and_its_solution(string exercise)
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        var page = visitor.Page;
        await visitor.TryAsync(exercise);
        await visitor.HasNothingInTheWayAsync();
        await page.EvaluateAsync("""
            () => {
              document.querySelectorAll(".cells input").forEach((cell, i) => (cell.value = ["1+2", "7", "1+", ""][i % 4]));
              document.querySelectorAll("input[type=checkbox]").forEach((box, i) => (box.checked = i % 7 === 3));
              document.querySelectorAll(".pair:first-child select").forEach((select, i) => (select.selectedIndex = 3 * i + 1));
              document.querySelectorAll("details").forEach((part) => (part.open = true));
              document.querySelector("#work").dispatchEvent(new Event("change", { bubbles: true }));
            }
            """);
        await page.ClickAsync("text=Next hint");
        await page.ClickAsync(".deed button");
        await Expect(page.Locator("#report")).ToBeVisibleAsync();
        await visitor.HasNothingInTheWayAsync();
        await page.ClickAsync("text=Worked solution");
        await visitor.HasNothingInTheWayAsync();
    }

    [Fact]
    public async Task Of_a_worksheet_that_is_all_right()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        var page = visitor.Page;
        foreach (var blank in await http.SolutionAsync(await visitor.TryAsync("multilayer-rnn-t3")))
        {
            foreach (var (value, row) in blank.Cells().Select((value, row) => (value, row)))
            {
                await page.Locator($"input[name='{blank["name"]}']").Nth(row).FillAsync(value);
            }
        }

        await page.ClickAsync(".deed button");
        await Expect(page.Locator("#report")).ToContainTextAsync("All right");
        await visitor.HasNothingInTheWayAsync();
    }
}
