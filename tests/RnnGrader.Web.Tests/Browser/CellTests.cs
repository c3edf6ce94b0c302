using Microsoft.Playwright;
using RnnGrader.Web.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>Cells behave as in a spreadsheet.</summary>
[Trait("stage", "browser")]
public sealed class CellTests(Houses houses, Chromium chromium)
{
    private readonly HttpClient http = houses.Client(Database.Postgres);

    [Fact]
    public async Task A_pasted_block_fills_cells_downwards()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        var page = visitor.Page;
        await visitor.TryAsync("rnn-step-1");
        await PasteAsync(page, "3\n−1\n1+2\n");
        await HasAsync(page, "3", "−1", "1+2");
        await PasteAsync(page, "4\t5\t6");
        await HasAsync(page, "4", "5", "6");
    }

    [Fact]
    public async Task Working_is_echoed_as_the_grader_reads_it_and_repeated_where_it_is_used()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        var page = visitor.Page;
        await visitor.TryAsync("rnn-step-1");
        await Cells(page).Nth(0).FillAsync("1-3 → 0");
        await Cells(page).Nth(1).FillAsync("2*3 - 1");
        await Cells(page).Nth(2).FillAsync("2+");
        await Expect(page.Locator(".echo")).ToHaveTextAsync(["= 0", "= 5", "", "", ""]);
        await Cells(page).Nth(0).FocusAsync();
        await Expect(page.Locator(".echo").Nth(2)).ToHaveTextAsync("Something is missing at the end.");
        await Expect(page.Locator("[data-repeats=h_1]")).ToHaveTextAsync(["0", "5", "□"]);
    }

    [Fact]
    public async Task A_verdict_goes_when_its_cell_is_typed_over_and_returns_with_the_text()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        var page = visitor.Page;
        await visitor.TryAsync("rnn-step-1");
        await Cells(page).Nth(0).FillAsync("77");
        await page.ClickAsync(".deed button");
        var verdict = page.Locator(".verdict").First;
        await Expect(verdict).ToContainTextAsync("wrong");

        // The words are there before the script is.
        await page.WaitForLoadStateAsync();
        await Cells(page).Nth(0).FillAsync("78");
        await Expect(verdict).ToBeHiddenAsync();
        await Cells(page).Nth(0).FillAsync("77");
        await Expect(verdict).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_touch_screen_gets_a_row_of_signs_since_its_keypad_has_no_minus()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!, options => (options.HasTouch, options.IsMobile, options.ViewportSize) = (true, true, new() { Width = 360, Height = 740 }));
        var page = visitor.Page;
        await visitor.TryAsync("rnn-step-1");
        await Expect(page.Locator(".keypad")).ToBeHiddenAsync();
        await Cells(page).Nth(0).TapAsync();
        await page.TapAsync("[data-key='−']");
        await page.Keyboard.TypeAsync("3");
        await Expect(Cells(page).Nth(0)).ToHaveValueAsync("−3");
        await Expect(Cells(page).Nth(0)).ToHaveAttributeAsync("inputmode", "decimal");
    }

    [Fact]
    public async Task Dragging_from_unit_to_unit_links_them_and_once_more_unlinks_them()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        var page = visitor.Page;
        await visitor.TryAsync("matrix-to-graph");
        var (from, to) = (page.Locator("figure:nth-of-type(2) [data-id='x_1[0]']"), page.Locator("figure:nth-of-type(2) [data-id='h_1[2]']"));
        await from.DragToAsync(to);
        await Expect(page.Locator("select").Nth(0)).ToHaveValueAsync("x_1[0]");
        await Expect(page.Locator("select").Nth(1)).ToHaveValueAsync("h_1[2]");
        await from.DragToAsync(to);
        await Expect(page.Locator("select").Nth(0)).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Crossing_out_a_whole_vector_crosses_out_what_it_takes_with_it_in_both_pictures()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        var page = visitor.Page;
        await visitor.TryAsync("rnn-to-mlp");
        await page.Locator("figure:nth-of-type(2) [data-id='h_0']").ClickAsync();
        await Expect(page.Locator("[data-id='W_hh[0,1]']").First).ToHaveAttributeAsync("aria-checked", "true");
        await Expect(page.Locator("[data-id='W_hx[0,1]']").First).ToHaveAttributeAsync("aria-checked", "false");
        await page.ClickAsync(".deed button");
        await Expect(page.Locator("#report")).ToContainTextAsync("All right");
    }

    [Fact]
    public async Task A_double_click_hands_in_once()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        var id = Guid.ParseExact(await visitor.TryAsync("rnn-step-1"), "N");
        await Cells(visitor.Page).Nth(0).FillAsync("1");
        await visitor.Page.EvaluateAsync("""
            async () => {
              const form = document.getElementById("work");
              const body = new URLSearchParams(new FormData(form));
              await Promise.all([1, 2, 3].map(() => fetch(form.action, { method: "POST", body })));
            }
            """);
        await using var store = houses.Store(Database.Postgres);
        Assert.Single(store.Submissions, submission => submission.InstanceId == id);
    }

    private static ILocator Cells(IPage page) => page.Locator("input[name=h_1]");

    private static async Task HasAsync(IPage page, params string[] values)
    {
        for (var row = 0; row < values.Length; row++)
        {
            await Expect(Cells(page).Nth(row)).ToHaveValueAsync(values[row]);
        }
    }

    private static async Task PasteAsync(IPage page, string text)
    {
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await Cells(page).Nth(0).FocusAsync();
        await page.Keyboard.PressAsync("Control+v");
    }
}
