using Microsoft.Playwright;
using RnnGrader.Web.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>Drawing, answering and handing in work without scripts.</summary>
[Trait("stage", "browser")]
public sealed class PlainPageTests(Houses houses, Chromium chromium)
{
    private readonly HttpClient http = houses.Client(Database.Postgres);

    [Fact]
    public async Task Numbers_are_handed_in_and_come_back_with_verdicts()
    {
        await using var visitor = await VisitAsync();
        var page = visitor.Page;
        var solution = await http.SolutionAsync(await visitor.TryAsync("rnn-step-1"));
        var state = solution[0].Cells();
        await page.Locator("input[name=h_1]").Nth(0).FillAsync(state[0]);
        await page.Locator("input[name=h_1]").Nth(1).FillAsync($"{state[1]}+1");
        await page.Locator("input[name=h_1]").Nth(2).FillAsync("2+");
        await page.ClickAsync(".deed button");
        await Expect(page.Locator(".verdict")).ToContainTextAsync(["✓ right", "✗ wrong", "? can't be read"]);
        await Expect(page.Locator(".echo").Nth(1)).ToHaveTextAsync($"= {int.Parse(state[1]) + 1}");
        await Expect(page.Locator("input[name=h_1]").Nth(1)).ToHaveAttributeAsync("aria-invalid", "true");
        await FillAsync(page, "h_1", state);
        await FillAsync(page, "y_1", solution[1].Cells());
        await page.ClickAsync(".deed button");
        await Expect(page.Locator("#report")).ToContainTextAsync("All right");
        await page.ClickAsync("text=Another like this");
        await Expect(page.Locator("#report")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Sizes_are_two_fields()
    {
        await using var visitor = await VisitAsync();
        foreach (var blank in await http.SolutionAsync(await visitor.TryAsync("mlp-parameter-sizes")))
        {
            await FillAsync(visitor.Page, (string)blank["name"]!, blank.Cells()[0].Split('x'));
        }

        await visitor.Page.ClickAsync(".deed button");
        await Expect(visitor.Page.Locator("#report")).ToContainTextAsync("All right");
    }

    [Fact]
    public async Task Parts_are_crossed_out_by_boxes()
    {
        await using var visitor = await VisitAsync();
        foreach (var component in (await http.SolutionAsync(await visitor.TryAsync("rnn-to-mlp")))[0].Components())
        {
            await visitor.Page.Locator($"details:has(input[value='{component}']) summary").ClickAsync();
            await visitor.Page.CheckAsync($"input[value='{component}']");
        }

        await visitor.Page.ClickAsync(".deed button");
        await Expect(visitor.Page.Locator("#report")).ToContainTextAsync("All right");
    }

    [Fact]
    public async Task Links_are_chosen_in_rows_of_which_more_can_be_had()
    {
        await using var visitor = await VisitAsync();
        var page = visitor.Page;
        var links = (await http.SolutionAsync(await visitor.TryAsync("matrix-to-graph")))[0].Components();
        foreach (var (link, row) in links.Select((link, row) => (link.Split("->"), row)))
        {
            if (row == await page.Locator(".pair").CountAsync())
            {
                await page.ClickAsync("text=More rows");
            }

            await page.Locator("select[name='links.from']").Nth(row).SelectOptionAsync(link[0]);
            await page.Locator("select[name='links.to']").Nth(row).SelectOptionAsync(link[1]);
        }

        await page.ClickAsync(".deed button");
        await Expect(page.Locator("#report")).ToContainTextAsync("All right");
    }

    [Fact]
    public async Task A_hint_is_shown_and_what_was_typed_stays()
    {
        await using var visitor = await VisitAsync();
        var page = visitor.Page;
        await visitor.TryAsync("encoder-forward");
        await page.Locator("input[name=h_1]").Nth(0).FillAsync("5");
        await page.Locator("select[name=hint]").SelectOptionAsync("h_1,0,0");
        await page.ClickAsync("text=Next hint");
        await page.ClickAsync("text=Next hint");
        await Expect(page.Locator(".hints li")).ToContainTextAsync(["hint 1 of 3", "hint 2 of 3"]);
        await Expect(page.Locator("input[name=h_1]").Nth(0)).ToHaveValueAsync("5");
    }

    private Task<Visitor> VisitAsync() => chromium.VisitAsync(http.BaseAddress!, options => options.JavaScriptEnabled = false);

    private static async Task FillAsync(IPage page, string name, string[] values)
    {
        foreach (var (value, i) in values.Select((value, i) => (value, i)))
        {
            await page.Locator($"input[name='{name}']").Nth(i).FillAsync(value);
        }
    }
}
