using System.Net;
using Microsoft.Playwright;
using RnnGrader.Web.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>What is typed is never lost, on Postgres.</summary>
[Trait("stage", "browser")]
public sealed class DraftTests(Houses houses, Chromium chromium)
{
    private readonly HttpClient http = houses.Client(Database.Postgres);

    [Fact]
    public async Task What_is_typed_is_there_after_a_reload()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        await visitor.TryAsync("rnn-step-1");
        await TypeAsync(visitor.Page, "1+3-1");
        await SavedAsync(visitor.Page);
        await visitor.Page.ReloadAsync();
        await Expect(Cell(visitor.Page)).ToHaveValueAsync("1+3-1");
    }

    [Fact]
    public async Task What_is_typed_just_before_leaving_is_there_afterwards()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        await visitor.TryAsync("rnn-step-1");
        var address = visitor.Page.Url;
        await TypeAsync(visitor.Page, "41");
        await visitor.Page.GotoAsync("/");
        await visitor.Page.GotoAsync(address);
        await Expect(Cell(visitor.Page)).ToHaveValueAsync("41");
    }

    [Fact]
    public async Task A_lost_connection_is_said_and_what_was_typed_is_sent_when_it_is_back()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        visitor.ExpectsFailedRequests = true;
        var id = await visitor.TryAsync("rnn-step-1");
        await visitor.DisconnectAsync();
        await TypeAsync(visitor.Page, "42");
        await Expect(visitor.Page.Locator(".draft")).ToContainTextAsync("kept on this device");
        await visitor.ConnectAsync();
        await SavedAsync(visitor.Page);
        Assert.Equal("""{"h_1":[["42"],[null],[null]]}""", (await (await http.GetAsync($"/api/v1/instances/{id}/draft", TestContext.Current.CancellationToken)).ReadAsync(HttpStatusCode.OK))["answers"]!.ToJsonString());
    }

    [Fact]
    public async Task What_is_typed_survives_that_the_service_is_killed_and_what_is_typed_meanwhile_too()
    {
        var (folder, postgres) = (houses.Folder(), await houses.MigratedAsync(Database.Postgres));
        var service = await ServiceProcess.StartAsync(folder, postgres);
        var address = service.Http.BaseAddress!;
        await using var visitor = await chromium.VisitAsync(address);
        visitor.ExpectsFailedRequests = true;
        await visitor.TryAsync("rnn-step-1");
        await TypeAsync(visitor.Page, "7");
        await SavedAsync(visitor.Page);
        await service.DisposeAsync(); // as kill -9 does
        await Cell(visitor.Page, 1).FillAsync("8");
        await Expect(visitor.Page.Locator(".draft")).ToContainTextAsync("kept on this device");
        await using var again = await ServiceProcess.StartAsync(folder, postgres, ("ASPNETCORE_URLS", address.ToString()));
        await SavedAsync(visitor.Page);
        await visitor.Page.ReloadAsync();
        await Expect(Cell(visitor.Page)).ToHaveValueAsync("7");
        await Expect(Cell(visitor.Page, 1)).ToHaveValueAsync("8");
    }

    [Fact]
    public async Task What_only_the_device_has_is_put_back_when_the_page_is_opened_again()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        visitor.ExpectsFailedRequests = true;
        await visitor.TryAsync("rnn-step-1");
        await visitor.DisconnectAsync();
        await TypeAsync(visitor.Page, "43");
        await visitor.Page.CloseAsync(); // a laptop's lid
        await visitor.ConnectAsync();
        var page = await visitor.TabAsync();
        await page.GotoAsync(visitor.Page.Url);
        await Expect(Cell(page)).ToHaveValueAsync("43");
        await SavedAsync(page);
    }

    [Fact]
    public async Task Two_tabs_do_not_overwrite_each_other_in_silence()
    {
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!);
        visitor.ExpectsFailedRequests = true;
        await visitor.TryAsync("rnn-step-1");
        var (one, two) = (visitor.Page, await visitor.TabAsync());
        await two.GotoAsync(one.Url);
        await TypeAsync(one, "1");
        await SavedAsync(one);
        await TypeAsync(two, "2");
        await Expect(two.Locator(".draft")).ToContainTextAsync("changed in another tab");
        await two.ClickAsync("text=Keep this one");
        await SavedAsync(two);
        await Cell(one, 1).FillAsync("9");
        await Expect(one.Locator(".draft")).ToContainTextAsync("changed in another tab");
        await one.ClickAsync("text=Show the other");
        await Expect(Cell(one)).ToHaveValueAsync("2");
    }

    private static ILocator Cell(IPage page, int row = 0) => page.Locator("input[name=h_1]").Nth(row);

    private static Task TypeAsync(IPage page, string text) => Cell(page).FillAsync(text);

    private static Task SavedAsync(IPage page) => Expect(page.Locator(".draft")).ToHaveTextAsync("saved");
}
