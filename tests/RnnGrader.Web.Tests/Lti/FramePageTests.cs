using RnnGrader.Web.Tests.Browser;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;
using static Microsoft.Playwright.Assertions;
using static RnnGrader.Web.Tests.Lti.Platform.Launch;
using Visitor = RnnGrader.Web.Tests.Browser.Visitor;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>The pages on the way between a platform and an assignment, as pages: in a language that nobody speaks, light and dark, on a phone.</summary>
[Trait("stage", "browser")]
public sealed class FramePageTests(Houses houses, Chromium chromium)
{
    [Fact]
    public async Task They_leave_no_text_out_and_have_nothing_in_the_way()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Postgres);
        var http = houses.AsAdministrator(Database.Postgres);
        await using var visitor = await chromium.VisitAsync(http.BaseAddress!, options => options.ExtraHTTPHeaders = new Dictionary<string, string> { ["Accept-Language"] = "qps-ploc" });
        visitor.ExpectsFailedRequests = true; // refusals are pages too
        var page = visitor.Page;

        // What leaves a page by itself leaves it by a click.
        await page.RouteAsync("**/lms/*.js", route => route.AbortAsync());
        var ask = new Launch { Message = "LtiDeepLinkingRequest", Roles = Instructor };

        await page.GotoAsync(platform.LoginUrl(new Launch { Roles = Instructor }));
        await SeenAsync(visitor, "Whàt shöûld thïs lïñk öpéñ?");
        await page.GotoAsync(platform.LoginUrl(new Launch()));
        await SeenAsync(visitor, "Ñöt réàdý ýét");
        await page.GotoAsync("/lti/no-course");
        await SeenAsync(visitor, "Ýöû àré sïgñéd ïñ");
        await page.GotoAsync("/lti/links/00000000000000000000000000000000");
        await SeenAsync(visitor, "Théré ïs ñöthïñg héré för ýöû");
        await page.GotoAsync("/lti/window?ticket=none");
        await SeenAsync(visitor, "Thïs lïñk wàs ûséd");
        await page.GotoAsync("/lti/deep-link?ticket=none");
        await SeenAsync(visitor, "Thïs çhöïçé ïs övér");
        await page.GotoAsync(platform.LoginUrl(new Launch { Deployment = "unknown" }));
        await SeenAsync(visitor, "Thïs làûñçh dïd ñöt wörk");
        await page.GotoAsync("/lti/register?openid_configuration=none");
        await SeenAsync(visitor, "Thïs régïstràtïöñ dïd ñöt wörk");

        await page.GotoAsync(platform.LoginUrl(new Launch { Roles = Instructor }, "&lti_storage_target=_parent"));
        await SeenAsync(visitor, "Öpéñïñg …");
        await visitor.Context.ClearCookiesAsync();
        await page.ClickAsync("#storage a");
        await SeenAsync(visitor, "Öpéñïñg …");
        await page.ClickAsync("#storage button");
        await SeenAsync(visitor, "Thïs làûñçh dïd ñöt wörk");
        await page.GotoAsync(platform.LoginUrl(ask));
        await SeenAsync(visitor, "Whàt shöûld thé çöûrsé lïñk tö?");
        await page.CheckAsync("input[value=new]");
        await page.ClickAsync("button >> nth=0");
        await Expect(page.Locator("#problems li")).ToHaveCountAsync(2);
        await SeenAsync(visitor, "Whàt shöûld thé çöûrsé lïñk tö?");
        await Expect(page.Locator("input[value=new]")).ToBeCheckedAsync();
        await page.FillAsync("input[name=title]", "One of each");
        await page.CheckAsync("input[value=rnn-step-1]");
        await page.ClickAsync("button >> nth=0");
        await SeenAsync(visitor, "Bàçk tö ýöûr çöûrsé");
        await page.ClickAsync("button");
        await Expect(page.Locator("body")).ToHaveTextAsync("linked");
    }

    private static async Task SeenAsync(Visitor visitor, string heading)
    {
        await Expect(visitor.Page.Locator("h1")).ToHaveTextAsync($"⟦{heading}⟧");
        await LanguageTests.HasNoneLeftOutAsync(visitor);

        // A language that nobody speaks has no valid name.
        await visitor.Page.EvaluateAsync("document.documentElement.lang = 'en'");
        await visitor.HasNothingInTheWayAsync();
    }
}
