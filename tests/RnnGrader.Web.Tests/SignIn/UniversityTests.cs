using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.SignIn;

/// <summary>Signing in with a real OpenID Connect provider, over HTTP as a browser does.</summary>
public sealed partial class UniversityTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task Whoever_the_provider_names_signs_in_and_is_the_same_person_each_time(Database database)
    {
        await using var provider = await Provider.StartAsync();
        await using var service = await ServiceAsync(database, provider);
        var first = await SignInAsync(service, "s-1|Ada Lovelace|ada@example.org|verified");
        var second = await SignInAsync(service, "s-1|Ada King|ada.king@example.org|verified");
        Assert.Equal(("Ada Lovelace", "ada@example.org"), ((string)first["name"]!, (string)first["email"]!));
        Assert.Equal((string)first["id"]!, (string)second["id"]!);
    }

    [Theory, OnEveryDatabase]
    public async Task A_verified_address_leads_to_who_was_enrolled_by_it_and_an_unverified_one_does_not(Database database)
    {
        await using var provider = await Provider.StartAsync();
        await using var service = await ServiceAsync(database, provider);
        var ben = await service.Http.With(Houses.AdministratorToken).PersonAsync("Ben");
        var claimant = await SignInAsync(service, $"s-2|Eve|{ben.Email}|unverified");
        Assert.NotEqual(ben.Id, (string)claimant["id"]!);
        var known = await SignInAsync(service, $"s-3|Benjamin|{ben.Email.ToUpperInvariant()}|verified");
        Assert.Equal((ben.Id, "Ben"), ((string)known["id"]!, (string)known["name"]!));
        var other = await SignInAsync(service, $"s-4|Another|{ben.Email}|verified");
        Assert.NotEqual(ben.Id, (string)other["id"]!);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_set_a_password_for_an_address_that_is_not_theirs_is_out_when_its_owner_comes(Database database)
    {
        const string password = "four words by hand";
        await using var provider = await Provider.StartAsync();
        await using var service = await ServiceAsync(database, provider);
        var administrator = service.Http.With(Houses.AdministratorToken);
        var ben = await administrator.PersonAsync("Ben");
        var path = new Uri((string)(await InvitationTests.InviteAsync(administrator, ben.Id, HttpStatusCode.Created))["url"]!).AbsolutePath;
        using var thief = new Visitor(service.Http.BaseAddress!);
        await thief.SendAsync(path, path, ("password", password));
        Assert.True(await thief.IsSignedInAsync());
        Assert.Equal(ben.Id, (string)(await SignInAsync(service, $"s-5|Ben|{ben.Email}|verified"))["id"]!);
        Assert.False(await thief.IsSignedInAsync());
        Assert.False(await thief.SignInAsync(ben.Email, password));
        await ben.Http.GetJsonAsync("/api/v1/me", HttpStatusCode.Unauthorized);
    }

    [Theory, InlineData("?code=made-up&state=made-up"), InlineData("?error=access_denied"), InlineData("")]
    public async Task An_answer_that_the_provider_did_not_give_signs_nobody_in(string query)
    {
        await using var provider = await Provider.StartAsync();
        await using var service = await ServiceAsync(Database.Sqlite, provider);
        using var visitor = new Visitor(service.Http.BaseAddress!);
        var (response, _) = await visitor.GetAsync($"/sign-in/university/callback{query}");
        Assert.Equal("/sign-in?failed=university", response.Headers.Location?.ToString());
        Assert.False(await visitor.IsSignedInAsync());
    }

    private async Task<LocalService> ServiceAsync(Database database, Provider provider) => LocalService.Start(
        houses.Folder(), await houses.MigratedAsync(database), ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken),
        ("Oidc__Authority", provider.Address), ("Oidc__ClientId", Provider.ClientId), ("Oidc__ClientSecret", Provider.ClientSecret));

    /// <summary>Follows the links and sends the provider's form; who is signed in then.</summary>
    private static async Task<JsonNode> SignInAsync(LocalService service, string who)
    {
        using var visitor = new Visitor(service.Http.BaseAddress!);
        var link = Link().Match((await visitor.GetAsync("/sign-in?return=%2Faccount")).Text).Groups[1].Value;
        var (response, text) = await FollowAsync(visitor, WebUtility.HtmlDecode(link));
        var back = WebUtility.HtmlDecode(Back().Match(text).Groups[1].Value);
        (response, text) = await visitor.PostAsync(new Uri(response.RequestMessage!.RequestUri!, "/sign-in-here").ToString(), ("back", back), ("who", who));
        (response, text) = await FollowAsync(visitor, new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!).ToString());
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.RequestMessage!.RequestUri} {response.StatusCode}: {text}");
        Assert.Equal("/account", response.RequestMessage!.RequestUri!.AbsolutePath);
        return await visitor.Http.GetJsonAsync("/api/v1/me");
    }

    private static async Task<(HttpResponseMessage Response, string Text)> FollowAsync(Visitor visitor, string address)
    {
        var (response, text) = await visitor.GetAsync(address);
        for (var step = 0; response.StatusCode is HttpStatusCode.Redirect && step < 10; step++)
        {
            (response, text) = await visitor.GetAsync(new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!).ToString());
        }

        return (response, text);
    }

    [GeneratedRegex("href=\"(/sign-in/university[^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"back\" value=\"([^\"]*)\"")]
    private static partial Regex Back();
}
