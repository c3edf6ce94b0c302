using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>In the pseudo-language every text of a page is in brackets ⟦…⟧; what is not was left out of the resource file, or is data and marked as such.</summary>
[Trait("stage", "browser")]
public sealed class LanguageTests(Houses houses, Chromium chromium)
{
    private const string LeftOut = """
        () => {
          const texts = [];
          const isData = (element) => element.closest("[translate=no], code, svg, math, script, style, time, title") !== null;
          const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const { parentElement, textContent } = walker.currentNode;
            if (!isData(parentElement)) texts.push(textContent);
          }
          for (const element of document.querySelectorAll("[aria-label], [alt], [title], [placeholder]")) {
            if (!isData(element)) for (const name of ["aria-label", "alt", "title", "placeholder"]) texts.push(element.getAttribute(name) ?? "");
          }
          return texts.map((text) => text.replace(/⟦[^⟦⟧]*⟧/g, "").replace(/⟦[^⟦⟧]*⟧/g, "").trim()).filter((text) => /[a-z]/i.test(text));
        }
        """;

    private readonly HttpClient http = houses.Client(Database.Postgres);

    [Theory, InlineData("rnn-step-1"), InlineData("rnn-grow-hidden"), InlineData("graph-to-matrix"), InlineData("matrix-to-graph")]
    public async Task No_text_of_a_worksheet_is_left_out(string exercise)
    {
        await using var visitor = await VisitAsync();
        var page = visitor.Page;
        await visitor.TryAsync(exercise);
        await HasNoneLeftOutAsync(visitor);
        await page.ClickAsync("[value=hint]");
        await page.ClickAsync(".deed button");
        await page.Locator("#report").WaitForAsync();
        await HasNoneLeftOutAsync(visitor);
        await page.ClickAsync("a[href$=solution]");
        await page.WaitForURLAsync("**/solution");
        await HasNoneLeftOutAsync(visitor);
    }

    [Theory, InlineData("/"), InlineData("/nothing-here")]
    public async Task No_text_of_a_plain_page_is_left_out(string path)
    {
        await using var visitor = await VisitAsync();
        visitor.ExpectsFailedRequests = true;
        await visitor.Page.GotoAsync(path);
        await HasNoneLeftOutAsync(visitor);
    }

    private Task<Visitor> VisitAsync() => chromium.VisitAsync(http.BaseAddress!, options => options.ExtraHTTPHeaders = new Dictionary<string, string> { ["Accept-Language"] = "qps-ploc" });

    internal static async Task HasNoneLeftOutAsync(Visitor visitor)
    {
        Assert.Contains("⟦", await visitor.Page.TitleAsync());
        var texts = await visitor.Page.EvaluateAsync<string[]>(LeftOut);
        Assert.Empty(texts);
    }
}
