using RnnGrader.Web.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>A student does an exercise of each kind of blank with the keyboard alone, on Postgres.</summary>
[Trait("stage", "browser")]
public sealed class KeyboardTests(Houses houses, Chromium chromium)
{
    private readonly HttpClient http = houses.Client(Database.Postgres);

    [Fact]
    public async Task Numbers_are_filled_in_with_Enter_from_cell_to_cell()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        var page = visitor.Page;
        var solution = await http.SolutionAsync(await page.TryWithKeysAsync("rnn-step-2"));
        await page.TabToAsync(stop => stop.Name == "h_2");
        foreach (var value in solution.SelectMany(Sheets.Cells))
        {
            await page.Keyboard.TypeAsync($"{value}+0");
            await page.Keyboard.PressAsync("Enter");
        }

        await Expect(page.Locator(".echo").First).ToHaveTextAsync($"= {solution[0].Cells()[0]}");
        Assert.True((await page.StopAsync()).IsHandIn);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#report")).ToContainTextAsync("All right");
        await Expect(page.Locator("#report")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Sizes_take_rows_and_columns_and_a_number_its_number()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        var page = visitor.Page;
        var solution = await http.SolutionAsync(await page.TryWithKeysAsync("rnn-grow-hidden"));
        await page.TabToAsync(stop => stop.Name == (string)solution[0]["name"]!);
        foreach (var blank in solution)
        {
            await page.Keyboard.TypeAsync(blank.Cells()[0]); // 4x3: the x leads into the second field
            await page.Keyboard.PressAsync("Tab");
        }

        await page.TabToAsync(stop => stop.IsHandIn);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#report")).ToContainTextAsync("All right");
    }

    [Fact]
    public async Task Parts_are_crossed_out_in_the_list()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        var page = visitor.Page;
        var wanted = (await http.SolutionAsync(await page.TryWithKeysAsync("graph-to-matrix")))[0].Components().ToHashSet();
        await page.TabToAsync(stop => stop.IsHandIn, async stop =>
        {
            if (stop is { Tag: "summary", IsOpen: false } || (stop is { Tag: "input" } && wanted.Contains(stop.Value)))
            {
                await page.Keyboard.PressAsync("Space");
            }
        });
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#report")).ToContainTextAsync("All right");
    }

    [Fact]
    public async Task A_part_of_a_picture_is_reached_with_arrows_and_crossed_out_with_Space()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        var page = visitor.Page;
        await page.TryWithKeysAsync("no-dependency-links");
        await page.TabToAsync(stop => stop.Id.Length > 0);
        var first = await page.StopAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        var next = await page.StopAsync();
        Assert.NotEqual(first.Id, next.Id);
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator($"input[value='{next.Id}']")).ToBeCheckedAsync();
        await Expect(page.Locator($"[data-id='{next.Id}']").First).ToHaveAttributeAsync("aria-checked", "true");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator($"input[value='{next.Id}']")).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task Links_are_chosen_in_the_list()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        var page = visitor.Page;
        var links = new Queue<string>((await http.SolutionAsync(await page.TryWithKeysAsync("matrix-to-graph")))[0].Components().SelectMany(link => link.Split("->")));
        await page.TabToAsync(stop => stop.IsHandIn, async stop =>
        {
            if (stop is { Tag: "select", Value: "" } && stop.Name.StartsWith("links", StringComparison.Ordinal) && links.TryDequeue(out var unit))
            {
                await page.Keyboard.TypeAsync(unit);
            }
        });
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#report")).ToContainTextAsync("All right");
    }

    [Fact]
    public async Task Two_units_of_the_graph_are_linked_with_Space()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        var page = visitor.Page;
        await page.TryWithKeysAsync("matrix-to-graph");
        await page.TabToAsync(stop => stop.Id.Length > 0);
        var from = (await page.StopAsync()).Id;
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowRight");
        var to = (await page.StopAsync()).Id;
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator("select").Nth(0)).ToHaveValueAsync(from);
        await Expect(page.Locator("select").Nth(1)).ToHaveValueAsync(to);
        await Expect(page.Locator(".rnn-diagram line.added")).ToHaveCountAsync(1);
    }
}
