using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RnnGrader.Exercises;
using RnnGrader.Web.Tests.House;
using UglyToad.PdfPig;
using ZXing.Common;
using ZXing.QrCode.Internal;
using static Microsoft.Playwright.Assertions;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>Worksheets on paper: what the browser makes of them, and the way back from paper to the screen.</summary>
[Trait("stage", "browser")]
public sealed class PaperTests(Houses houses, Chromium chromium)
{
    private const int QuietZone = 4;

    // Pages as columns: the browser breaks both by the same rules, and says of columns where each part of a thing is.
    private const string Cut = """
        ([width, height]) => {
          const run = document.querySelector(".print-run");
          Object.assign(run.style, { width: `${width}mm`, height: `${height}mm`, columnWidth: `${width}mm`, columnGap: "0", columnFill: "auto" });
          const tallest = run.getBoundingClientRect().height;
          const whole = [...run.querySelectorAll(".body :is(.box, .row, .grid, .term, .blank, figure, svg, math, mtd)")];
          const cut = whole.filter((part) => part.getClientRects().length > 1 || part.getBoundingClientRect().height > tallest);
          return [`${Math.round(run.scrollWidth / run.clientWidth)}`, ...cut.map((part) => part.outerHTML.slice(0, 120))];
        }
        """;

    private HttpClient Administrator => houses.AsAdministrator(Database.Postgres);

    [Fact]
    public async Task A_printed_code_is_entered_and_what_was_done_on_paper_is_graded()
    {
        var room = await Classroom.OpenAsync(houses, Database.Postgres);
        await using var teacher = await chromium.VisitAsync(Administrator.BaseAddress!);
        await teacher.SignInAsync(Administrator, room.Instructor);
        await teacher.Page.GotoAsync($"/teach/assignments/{room.AssignmentId}/students/{room.Student.Id}");
        await teacher.Page.ClickAsync("text=All of these on paper");
        await Expect(teacher.Page.Locator("select[name=student] option:checked")).ToContainTextAsync(room.Student.Name);
        await teacher.Page.SelectOptionAsync("select[name=content]", "Both");
        await teacher.Page.ClickAsync("text=Prepare the pages");
        var code = await teacher.Page.InnerTextAsync(".code-mark .code");
        await Expect(teacher.Page.Locator(".key .answer")).ToHaveCountAsync(2);
        await Expect(teacher.Page.Locator("button[data-print]")).ToBeVisibleAsync();
        Assert.Equal($"{Administrator.BaseAddress}code/{code}", await ScanAsync(teacher.Page));

        await using var student = await chromium.VisitAsync(Administrator.BaseAddress!);
        var page = student.Page;
        await student.SignInAsync(Administrator, room.Student);
        await page.GotoAsync("/account");
        await page.ClickAsync("form[action='/sign-out'] button");
        await page.ClickAsync("nav >> text=Enter a code");
        await page.FillAsync("#code", code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        await page.PressAsync("#code", "Enter");
        await page.FillAsync("#email", room.Student.Email);
        await page.FillAsync("#password", Classmates.Password);
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync("**/worksheets/*");
        var instance = await room.OpenAsync(room.Student);
        Assert.EndsWith($"/worksheets/{instance["id"]}", page.Url, StringComparison.Ordinal);
        foreach (var blank in await room.Instructor.Http.SolutionAsync((string)instance["id"]!))
        {
            foreach (var (value, row) in blank.Cells().Index().Select(cell => (cell.Item, cell.Index)))
            {
                await page.Locator($"input[name='{blank["name"]}']").Nth(row).FillAsync(value);
            }
        }

        await page.ClickAsync(".deed button");
        await Expect(page.Locator("#report")).ToContainTextAsync("All right");
        Assert.Equal(1, (double)(await room.WorkAsync(room.Student))["best"]!);
    }

    [Theory, InlineData("A4", 595, 842), InlineData("Letter", 612, 792)]
    public async Task Each_student_begins_a_page_of_the_chosen_paper_with_name_and_code_on_it(string paper, int width, int height)
    {
        var room = await Classroom.OpenAsync(houses, Database.Postgres, """{"title": "RNN", "published": true, "items": [{"exercise": "seq2seq-forward"}, {"exercise": "mlp-parameter-sizes"}]}""", students: 2);
        await using var visitor = await chromium.VisitAsync(Administrator.BaseAddress!, options => options.ColorScheme = ColorScheme.Dark);
        await visitor.SignInAsync(Administrator, room.Instructor);
        var page = visitor.Page;
        await page.GotoAsync($"/teach/assignments/{room.AssignmentId}/print");
        await page.SelectOptionAsync("select[name=paper]", paper);
        await page.SelectOptionAsync("select[name=content]", "Both");
        await page.CheckAsync("input[name=fresh]");
        await page.ClickAsync("text=Prepare the pages");
        await page.WaitForURLAsync("**/paper?*"); // all of it is there, and its pages are counted
        var codes = await page.Locator(".code-mark .code").AllInnerTextsAsync();

        using var pdf = PdfDocument.Open(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        var pages = pdf.GetPages().ToList();
        Assert.All(pages, sheet => Assert.Equal((width, height), ((int)Math.Round(sheet.Width), (int)Math.Round(sheet.Height))));
        var texts = pages.ConvertAll(sheet => string.Join(' ', sheet.GetWords().Select(word => word.Text)));
        var worked = texts.FindAll(text => text.Length > 0 && !text.Contains("Answer key", StringComparison.Ordinal));
        Assert.True(worked.Count >= 4, $"{worked.Count}");
        Assert.All(worked, text => Assert.Single(room.Students, student => text.Contains(student.Name, StringComparison.Ordinal)));
        Assert.All(worked, text => Assert.Contains(codes, code => text.Contains(code, StringComparison.Ordinal)));
        Assert.All(codes, code => Assert.Contains(worked, text => text.Contains(code, StringComparison.Ordinal)));
        var begin = texts.FindIndex(text => text.Contains(room.Students[1].Name, StringComparison.Ordinal));
        Assert.True(begin > 0 && begin % 2 == 0, $"page {begin + 1}");
        Assert.DoesNotContain(texts, text => text.Contains("Choose something else", StringComparison.Ordinal));

        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        Assert.Equal(["rgb(255, 255, 255)", "rgb(0, 0, 0)"], await page.EvaluateAsync<string[]>("() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('.printout')).color]"));
    }

    [Fact]
    public async Task No_cell_of_any_exercise_is_cut_by_the_end_of_a_page()
    {
        await using var visitor = await chromium.VisitAsync(Administrator.BaseAddress!);
        var page = visitor.Page;
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var mostPages = 0;
        foreach (var exercise in Catalogue.All)
        {
            var id = (await Administrator.DrawAsync(exercise.Slug))["id"];
            await page.GotoAsync($"/worksheets/{id}/paper");
            foreach (var (width, height) in new[] { (186, 273), (192, 255), (186, 150), (186, 137) })
            {
                var found = await page.EvaluateAsync<string[]>(Cut, new[] { width, height });
                mostPages = Math.Max(mostPages, int.Parse(found[0], System.Globalization.CultureInfo.InvariantCulture));
                Assert.True(found.Length == 1, $"{exercise.Slug} on {width} × {height} mm: {string.Join('\n', found)}");
            }
        }

        // Else nothing would have been tried.
        Assert.True(mostPages > 2, $"{mostPages}");
    }

    [Fact]
    public async Task Nothing_is_in_the_way_on_paper_or_where_codes_are_typed_and_no_text_is_left_out()
    {
        var id = (await Administrator.DrawAsync("graph-to-matrix"))["id"];
        foreach (var path in new[] { $"/worksheets/{id}/paper", "/code", "/code/2222-3333" })
        {
            await using var visitor = await chromium.VisitAsync(Administrator.BaseAddress!);
            visitor.ExpectsFailedRequests = true; // a mistyped code is one
            await visitor.Page.GotoAsync(path);
            await visitor.HasNothingInTheWayAsync();
            await using var foreigner = await chromium.VisitAsync(Administrator.BaseAddress!, options => options.ExtraHTTPHeaders = new Dictionary<string, string> { ["Accept-Language"] = "qps-ploc" });
            foreigner.ExpectsFailedRequests = true;
            await foreigner.Page.GotoAsync(path);
            await LanguageTests.HasNoneLeftOutAsync(foreigner);
        }
    }

    /// <summary>What a camera reads off the page's first QR code: the squares as they are drawn.</summary>
    private static async Task<string> ScanAsync(IPage page)
    {
        var rows = await page.EvaluateAsync<string[]>("""
            () => {
              const svg = document.querySelector(".qr"), path = svg.querySelector("path");
              const middles = [...Array(svg.viewBox.baseVal.width).keys()].map((square) => square + 0.5);
              return middles.map((y) => middles.map((x) => (path.isPointInFill(new DOMPoint(x, y)) ? "#" : " ")).join(""));
            }
            """);
        var matrix = new BitMatrix(rows.Length - (2 * QuietZone));
        for (var y = 0; y < matrix.Height; y++)
        {
            for (var x = 0; x < matrix.Width; x++)
            {
                matrix[x, y] = rows[y + QuietZone][x + QuietZone] == '#';
            }
        }

        return new Decoder().decode(matrix, null).Text;
    }
}
