using System.Net;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.SignIn;

public sealed class PasswordTests(Houses houses)
{
    private const string Password = "four words by hand";

    [Theory, OnEveryDatabase]
    public async Task Five_wrong_passwords_lock_out_the_right_one(Database database)
    {
        var ben = await MemberAsync(database);
        using var visitor = new Visitor(houses.Client(database).BaseAddress!);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.False(await visitor.SignInAsync(ben.Email, $"wrong password {attempt}"));
        }

        Assert.False(await visitor.SignInAsync(ben.Email, Password));
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Theory, OnEveryDatabase]
    public async Task A_changed_password_signs_out_everywhere_else_on_every_copy(Database database)
    {
        var ben = await MemberAsync(database);
        var copy = await houses.CopyAsync(database);
        using var here = new Visitor(houses.Client(database).BaseAddress!);
        using var there = new Visitor(copy.BaseAddress!);
        Assert.True(await here.SignInAsync(ben.Email, Password));
        Assert.True(await there.SignInAsync(ben.Email, Password));
        var (changed, _) = await here.SendAsync("/account", "/account/password", ("old", Password), ("password", "four other words"));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.True(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
        Assert.False(await there.SignInAsync(ben.Email, Password));
        Assert.True(await there.SignInAsync(ben.Email, "four other words"));
    }

    [Theory, OnEveryDatabase]
    public async Task A_cookie_of_one_copy_is_good_at_another(Database database)
    {
        var ben = await MemberAsync(database);
        using var here = new Visitor(houses.Client(database).BaseAddress!);
        Assert.True(await here.SignInAsync(ben.Email, Password));
        var copy = await houses.CopyAsync(database);
        using var there = new Visitor(copy.BaseAddress!);
        there.Cookies.Add(here.Cookies.GetAllCookies());
        Assert.True(await there.IsSignedInAsync());
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_signs_out_is_signed_out_and_no_other_site_does_it_for_them(Database database)
    {
        var ben = await MemberAsync(database);
        using var visitor = new Visitor(houses.Client(database).BaseAddress!);
        Assert.True(await visitor.SignInAsync(ben.Email, Password));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/sign-out")).Response.StatusCode);
        Assert.True(await visitor.IsSignedInAsync());
        await visitor.SendAsync("/account", "/sign-out");
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Theory, OnEveryDatabase]
    public async Task What_another_site_makes_a_browser_send_is_refused(Database database)
    {
        var ben = await MemberAsync(database);
        using var visitor = new Visitor(houses.Client(database).BaseAddress!);
        Assert.True(await visitor.SignInAsync(ben.Email, Password));
        var origin = visitor.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        foreach (var (header, value, isLetIn) in new[]
        {
            ("Sec-Fetch-Site", "cross-site", false), ("Sec-Fetch-Site", "same-site", false), ("Sec-Fetch-Site", "same-origin", true),
            ("Origin", "https://evil.example", false), ("Origin", "null", false), ("Origin", origin, true), ("X-Nothing", "", true),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/tokens/{Guid.NewGuid():N}");
            request.Headers.Add(header, value);
            using var response = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
            await response.ProblemAsync(isLetIn ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task The_cookie_is_for_this_host_alone_and_out_of_scripts_reach(Database database)
    {
        var ben = await MemberAsync(database);
        using var visitor = new Visitor(houses.Client(database).BaseAddress!);
        var (response, _) = await visitor.SendAsync("/sign-in", "/sign-in", ("email", ben.Email), ("password", Password), ("return", "//evil.example/"));
        Assert.Equal("/home", response.Headers.Location!.ToString());
        var cookie = response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("rnngrader=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Over_https_the_cookie_is_called_host()
    {
        await using var service = await ServiceProcess.StartAsync(houses.Folder(), null, ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken), ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"));
        using var visitor = new Visitor(service.Http.BaseAddress!);
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var (ben, path) = await InvitedAsync(service.Http.With(Houses.AdministratorToken));
        Assert.NotEmpty(ben.Id);
        // Its cookies are secure, which this client does not send back over http.
        var (page, text) = await visitor.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", text.Split("name=\"__RequestVerificationToken\"")[1].Split("value=\"")[1].Split('"')[0]), new("password", Password)]),
        };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(value => value.Split(';')[0]));
        using var response = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var cookie = response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("__Host-rnngrader=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, OnEveryDatabase]
    public async Task A_page_for_people_who_are_signed_in_sends_others_to_sign_in_and_back(Database database)
    {
        var ben = await MemberAsync(database);
        using var visitor = new Visitor(houses.Client(database).BaseAddress!);
        var (response, _) = await visitor.GetAsync("/account");
        Assert.Equal("/sign-in?return=%2Faccount", response.Headers.Location!.ToString());
        var (signedIn, _) = await visitor.SendAsync("/sign-in?return=%2Faccount", "/sign-in", ("email", ben.Email), ("password", Password), ("return", "/account"));
        Assert.Equal("/account", signedIn.Headers.Location!.ToString());
        Assert.Contains("Ben", (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task A_token_made_on_the_account_page_works_until_it_is_revoked_there(Database database)
    {
        var ben = await MemberAsync(database);
        using var visitor = new Visitor(houses.Client(database).BaseAddress!);
        Assert.True(await visitor.SignInAsync(ben.Email, Password));
        var (_, text) = await visitor.SendAsync("/account", "/account/tokens", ("name", "my script"));
        var token = text[text.IndexOf("rnng_", StringComparison.Ordinal)..][..69];
        var program = houses.Client(database).With(token);
        await program.GetJsonAsync("/api/v1/me");
        var id = (string)(await program.GetJsonAsync("/api/v1/tokens"))["items"]!.AsArray().Single(item => (string)item!["name"]! == "my script")!["id"]!;
        await visitor.SendAsync("/account", $"/account/tokens/{id}");
        await program.GetJsonAsync("/api/v1/me", HttpStatusCode.Unauthorized);
    }

    private async Task<Someone> MemberAsync(Database database)
    {
        var (ben, path) = await InvitedAsync(houses.AsAdministrator(database));
        using var visitor = new Visitor(houses.Client(database).BaseAddress!);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SendAsync(path, path, ("password", Password))).Response.StatusCode);
        return ben;
    }

    private static async Task<(Someone Person, string Path)> InvitedAsync(HttpClient administrator)
    {
        var ben = await administrator.PersonAsync("Ben");
        return (ben, new Uri((string)(await InvitationTests.InviteAsync(administrator, ben.Id, HttpStatusCode.Created))["url"]!).AbsolutePath);
    }
}
