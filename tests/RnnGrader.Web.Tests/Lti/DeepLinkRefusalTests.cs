using System.Net;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;
using static RnnGrader.Web.Tests.Lti.Platform.Launch;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>Who chooses nothing to link, and what a platform can't ask.</summary>
public sealed class DeepLinkRefusalTests(Houses houses)
{
    private static readonly Launch Ask = new() { Message = "LtiDeepLinkingRequest", Roles = Instructor };

    [Fact]
    public async Task Students_choose_nothing_and_nobody_chooses_with_anothers_ticket()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var student = new TestBrowser();
        using var refused = await student.LaunchAsync(platform, Ask with { Roles = Student });
        Assert.Contains("<code>deep_link_role</code>", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var instructor = new TestBrowser();
        using var landed = await instructor.LaunchAsync(platform, Ask);
        using (await student.LaunchAsync(platform, new Launch()))
        {
        }

        using var stolen = await student.GetAsync(platform.ToolOrigin + landed.Headers.Location);
        Assert.Equal(HttpStatusCode.Unauthorized, stolen.StatusCode);
    }

    /// <summary>What the platform asks for that can't be answered, and by whom.</summary>
    [Theory]
    [InlineData("deep_link_settings", "")]
    [InlineData("deep_link_settings", "deep_link_return_url")]
    [InlineData("deep_link_settings", "deep_link_return_url", "\"javascript:alert(1)\"")]
    [InlineData("deep_link_settings", "deep_link_return_url", "\"/back\"")]
    [InlineData("deep_link_types", "accept_types")]
    [InlineData("deep_link_types", "accept_types", "[\"link\", \"file\"]")]
    [InlineData("claim_type", "accept_multiple", "\"true\"")]
    public async Task A_question_that_cannot_be_answered_is_refused(string code, string setting, string? value = null)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        using var refused = await browser.LaunchAsync(platform, Ask with
        {
            Change = claims =>
            {
                var settings = setting.Length == 0 ? claims : claims[DeepLinking + "deep_linking_settings"]!.AsObject();
                var name = setting.Length == 0 ? DeepLinking + "deep_linking_settings" : setting;
                settings.Remove(name);
                if (value is not null)
                {
                    settings[name] = JsonNode.Parse(value);
                }
            },
        });
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains($"<code>{code}</code>", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Outside a course there is nothing to link.</summary>
    [Fact]
    public async Task Nothing_is_chosen_outside_a_course()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        using var refused = await browser.LaunchAsync(platform, Ask with { Change = claims => claims.Remove(Claim + "context") });
        Assert.Contains("deep_link_role", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>What a browser carries for one purpose is none for another.</summary>
    [Theory]
    [InlineData("/lti/window?ticket=", HttpStatusCode.Unauthorized)]
    [InlineData("/lti/register?invitation=", HttpStatusCode.Forbidden)]
    public async Task A_ticket_for_choosing_links_is_good_for_nothing_else(string address, HttpStatusCode expected)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        using var landed = await browser.LaunchAsync(platform, Ask);
        using var answer = await browser.GetAsync(platform.ToolOrigin + address + landed.Headers.Location!.ToString().Split("ticket=")[1]);
        Assert.Equal(expected, answer.StatusCode);
    }

    /// <summary>A browser that keeps no session in frames gets a ticket that answers by itself, which must not be good in an address that somebody can be sent.</summary>
    [Fact]
    public async Task A_ticket_that_answers_without_a_session_shows_nothing_by_a_link()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var (action, fields) = await browser.BeginAsync(platform, Ask);
        fields["rnngrader_secret"] = browser.Cookies.Values.Single();
        browser.Cookies.Clear();
        using var picker = await browser.SendAsync((action, fields));
        var (_, hidden) = TestBrowser.Form(await picker.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var led = await browser.GetAsync($"{platform.ToolOrigin}/lti/deep-link?ticket={hidden["ticket"]}");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (picker.StatusCode, led.StatusCode));
    }
}
