using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.Browser;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;
using static Microsoft.Playwright.Assertions;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>How a platform and this tool come to know each other, and each other's keys.</summary>
[Trait("stage", "browser")]
public sealed class RegistrationTests(Houses houses, Chromium chromium)
{
    private static readonly (string, string) OnThisMachine = ("Outbound__AllowPrivateNetworks", "true");

    [Fact]
    public async Task A_platform_registers_itself_in_a_frame_or_a_window_once_by_a_link_and_doing_it_again_updates()
    {
        var administrator = houses.AsAdministrator(Database.Postgres);
        await using var platform = await TestPlatform.StartAsync(administrator.BaseAddress!.ToString());
        await using var visitor = await chromium.VisitAsync(administrator.BaseAddress!);
        visitor.ExpectsFailedRequests = true; // a refusal is one
        var (page, tool) = (visitor.Page, visitor.Page.FrameLocator("iframe.tool"));

        var address = RegisterUrl(platform, await InviteAsync(administrator));
        await page.GotoAsync(platform.Frames.Url("none", address));
        await Expect(tool.Locator("h1")).ToHaveTextAsync("Registered");
        await LmsRoom.UntilAsync(() => platform.Frames.Told.Contains("org.imsglobal.lti.close"), "the message to the page around the frame");
        Assert.Equal("private_key_jwt", (string)platform.Registering.Tool!["token_endpoint_auth_method"]!);
        Assert.Equal(platform.ToolOrigin + "/lti/launch", (string)platform.Registering.Tool["redirect_uris"]![0]!);
        var first = await FindAsync(administrator, platform);
        Assert.Equal((platform.ClientId, "made-at-once"), ((string)first["clientId"]!, (string)first["deployments"]![0]!["id"]!));

        await page.GotoAsync(platform.Frames.Url("none", address));
        await Expect(tool.Locator("code")).ToHaveTextAsync("invitation_used");

        platform.Frames.Told.Clear();
        await page.GotoAsync(platform.Frames.Url("none"));
        await page.EvaluateAsync("address => { window.open(address); }", RegisterUrl(platform, await InviteAsync(administrator)));
        await LmsRoom.UntilAsync(() => platform.Frames.Told.Contains("org.imsglobal.lti.close"), "the message to the window that opened it");
        Assert.Equal((string)first["id"]!, (string)(await FindAsync(administrator, platform))["id"]!);

        using var browser = new TestBrowser();
        using var landed = await browser.LaunchAsync(platform, new Launch { Deployment = "made-at-once" });
        Assert.Equal(HttpStatusCode.SeeOther, landed.StatusCode);
    }

    [Fact]
    public async Task A_signed_in_administrator_confirms_a_registration_and_nobody_else_does()
    {
        var administrator = houses.AsAdministrator(Database.Postgres);
        await using var platform = await TestPlatform.StartAsync(administrator.BaseAddress!.ToString());
        await using var visitor = await chromium.VisitAsync(administrator.BaseAddress!);
        visitor.ExpectsFailedRequests = true;
        var person = await administrator.PersonAsync("Ad Min");
        await visitor.SignInAsync(administrator, person);
        await visitor.Page.GotoAsync(RegisterUrl(platform, ""));
        await Expect(visitor.Page.Locator("code")).ToHaveTextAsync("not_administrator");
        await visitor.Page.GotoAsync("/account");
        await RefusesAsync(await visitor.Page.Locator("input[name=__RequestVerificationToken]").First.GetAttributeAsync("value"));
        await using (var store = houses.Store(Database.Postgres))
        {
            var id = Guid.ParseExact(person.Id, "N");
            await store.Users.Where(p => p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsAdministrator, true), TestContext.Current.CancellationToken);
        }

        // Another site can make an administrator's browser send a form, and can't have its token.
        await RefusesAsync(null);
        await visitor.Page.GotoAsync(RegisterUrl(platform, ""));
        await visitor.Page.ClickAsync("text=Register >> nth=-1");
        await Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Registered");
        Assert.Equal(platform.ClientId, (string)(await FindAsync(administrator, platform))["clientId"]!);

        async Task RefusesAsync(string? token)
        {
            var form = visitor.Page.APIRequest.CreateFormData();
            form.Set("openid_configuration", platform.Issuer + "/.well-known/openid-configuration").Set("registration_token", platform.Registering.Token).Set("__RequestVerificationToken", token ?? "");
            var answer = await visitor.Page.APIRequest.PostAsync("/lti/register", new() { Form = form });
            Assert.Equal((403, true), (answer.Status, (await answer.TextAsync()).Contains("not_administrator", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_registration_without_the_platforms_token_or_from_another_host_than_its_issuer_makes_nothing_and_a_document_that_leads_nowhere_costs_no_link()
    {
        var administrator = houses.AsAdministrator(Database.Sqlite);
        await using var platform = await TestPlatform.StartAsync(administrator.BaseAddress!.ToString());
        using var browser = new TestBrowser();
        var link = await InviteAsync(administrator);
        platform.Registering.OtherIssuer = platform.Issuer.Replace("localhost", "127.0.0.1", StringComparison.Ordinal);
        Assert.Contains("another host", await AskAsync(browser, RegisterUrl(platform, link)), StringComparison.Ordinal);
        platform.Registering.OtherIssuer = null;
        Assert.Contains("/register answered 401", await AskAsync(browser, RegisterUrl(platform, link).Replace(platform.Registering.Token, "another", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Null(platform.Registering.Tool);
        Assert.DoesNotContain(platform.Issuer, (await administrator.GetJsonAsync("/api/v1/lti/registrations")).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/moved", "answered 302")]
    [InlineData("/huge", "no answer that can be read")]
    [InlineData("/odd", "no answer that can be read")]
    [InlineData("/html", "no answer that can be read")]
    [InlineData("/list", "something else than a JSON object")]
    [InlineData("/nowhere", "answered 404")]
    public async Task What_is_no_document_of_a_platform_registers_nothing(string path, string said)
    {
        var administrator = houses.AsAdministrator(Database.Sqlite);
        await using var platform = await TestPlatform.StartAsync(administrator.BaseAddress!.ToString());
        using var browser = new TestBrowser();
        var address = RegisterUrl(platform, await InviteAsync(administrator)).Replace(Uri.EscapeDataString("/.well-known/openid-configuration"), Uri.EscapeDataString(path), StringComparison.Ordinal);
        Assert.Contains(said, await AskAsync(browser, address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://example.org/auth", "must begin with https://")]
    [InlineData(" ", "has no authorization_endpoint")]
    public async Task A_document_that_names_an_address_that_is_none_registers_nothing(string authorization, string said)
    {
        var administrator = houses.AsAdministrator(Database.Sqlite);
        await using var platform = await TestPlatform.StartAsync(administrator.BaseAddress!.ToString());
        platform.Registering.OtherAuthorization = authorization;
        using var browser = new TestBrowser();
        Assert.Contains(said, await AskAsync(browser, RegisterUrl(platform, await InviteAsync(administrator))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_http_and_private_networks_are_refused_where_nothing_else_is_set()
    {
        await using var service = new ClockedService(houses.Folder(), await houses.MigratedAsync(Database.Postgres), DateTimeOffset.UtcNow);
        using var administrator = service.Administrator;
        using var browser = new TestBrowser();
        foreach (var (document, reason) in new[] { ("http://lms.example.org/openid", "must begin with https://"), ("https://127.0.0.1/openid", "private network"), ("https://10.1.2.3/openid", "private network") })
        {
            Assert.Contains(reason, await AskAsync(browser, $"{await InviteAsync(administrator)}&openid_configuration={Uri.EscapeDataString(document)}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_platform_is_registered_by_the_program_and_a_key_that_it_makes_is_published_long_before_it_signs()
    {
        var folder = houses.Folder();
        await using var service = await ServiceProcess.StartAsync(folder, null, ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken), OnThisMachine);
        await using var platform = await TestPlatform.StartAsync(service.Http.BaseAddress!.ToString());
        string[] register = ["lti", "register", "--issuer", platform.Issuer, "--client-id", platform.ClientId, "--auth", platform.Issuer + "/auth", "--token", platform.Issuer + "/token", "--keys", platform.Issuer + "/keys", "--deployment", "1"];
        var (wrong, said) = await ServiceProcess.RunAsync(register[..^4], folder, null, OnThisMachine);
        Assert.Equal(2, wrong);
        Assert.Contains("lti register --issuer", said, StringComparison.Ordinal);
        var (code, output) = await ServiceProcess.RunAsync(register, folder, null, OnThisMachine);
        Assert.True(code == 0, output);
        Assert.Contains("/lti/jwks", output, StringComparison.Ordinal);

        await using var room = await LmsRoom.OpenAsync(platform);
        await TestAsync(room);
        var old = Assert.Single(platform.Tokens.Kids.Distinct());
        (code, output) = await ServiceProcess.RunAsync(["lti", "rotate-key"], folder, null);
        Assert.True(code == 0, output);
        var next = output.Split("The next key ")[1].Split(' ')[0];
        await platform.Tokens.KeepKeysAsync();
        await TestAsync(room);
        Assert.Equal([old], platform.Tokens.Kids.Distinct());

        // Its time has come: a platform that has kept the keys since then knows it, and the old one is published still.
        await using (var store = Houses.OpenStore(folder, null))
        {
            await store.LtiKeys.Where(key => key.Id == next).ExecuteUpdateAsync(set => set.SetProperty(key => key.SignsFrom, DateTime.UtcNow.AddSeconds(-1)), TestContext.Current.CancellationToken);
        }

        await TestAsync(room);
        Assert.Equal(next, platform.Tokens.Kids.Last());
        Assert.Empty(platform.Tokens.Refused);
        Assert.Contains(old, await service.Http.GetStringAsync("/lti/jwks", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task TestAsync(LmsRoom room) =>
        Assert.Null((await room.Instructor.PostAsync($"/courses/{room.Course}/lms/test", "{}"))["items"]![0]!["rosterProblem"]);

    private static async Task<string> InviteAsync(HttpClient administrator)
    {
        using var made = await administrator.PostJsonAsync("/api/v1/lti/invitations", "{}");
        return (string)(await made.ReadAsync(HttpStatusCode.OK))["url"]!;
    }

    private static string RegisterUrl(TestPlatform platform, string link) =>
        $"{(link.Length > 0 ? link + "&" : platform.ToolOrigin + "/lti/register?")}openid_configuration={Uri.EscapeDataString(platform.Issuer + "/.well-known/openid-configuration")}&registration_token={platform.Registering.Token}";

    private static async Task<JsonNode> FindAsync(HttpClient administrator, TestPlatform platform) =>
        (await administrator.GetJsonAsync("/api/v1/lti/registrations"))["items"]!.AsArray().Single(r => (string)r!["issuer"]! == platform.Issuer)!;

    private static async Task<string> AskAsync(TestBrowser browser, string url)
    {
        using var answer = await browser.GetAsync(url);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
