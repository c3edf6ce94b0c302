using System.Net;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>The keys that platforms sign with: fetched when one is missed, kept while the platform is away.</summary>
public sealed class PlatformKeyTests(Houses houses, ClockedTool tool) : IClassFixture<ClockedTool>
{
    [Fact]
    public async Task The_first_launch_after_a_rotation_is_taken_and_made_up_kids_do_not_make_us_a_nuisance()
    {
        await using var platform = await tool.PlatformAsync();
        using var browser = new TestBrowser();
        using (await browser.LaunchAsync(platform, new Launch()))
        {
        }

        tool.Pass(platform, TimeSpan.FromSeconds(4)); // a platform is not asked again within three
        platform.RotateKey(keepOld: false);
        using var rotated = await browser.LaunchAsync(platform, new Launch());
        Assert.Equal(HttpStatusCode.SeeOther, rotated.StatusCode);
        Assert.Equal(2, platform.KeyFetches);
        await using var store = tool.Store();
        for (var i = 0; i < 10; i++)
        {
            using var answer = await browser.LaunchAsync(platform, new Launch { ChangeHeader = header => header["kid"] = $"made up {i}" });
            await Refusals.RefusedAsync(answer, "kid_unknown", store);
        }

        Assert.InRange(platform.KeyFetches, 2, 3);
    }

    [Fact]
    public async Task Without_the_platforms_keys_a_launch_says_so()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        platform.KeysAreAway = true;
        using var none = await browser.LaunchAsync(platform, new Launch());
        await houses.RefusedAsync(none, "keys_unavailable");
    }

    /// <summary>What stands in a key set and is not to be signed with.</summary>
    [Theory]
    [InlineData("use", "enc")]
    [InlineData("kty", "oct")]
    public async Task A_key_for_something_else_is_none(string member, string value)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        platform.ChangeKey = key => (key[member], key["k"]) = (value, key["n"]!.DeepClone());
        using var browser = new TestBrowser();
        using var answer = await browser.LaunchAsync(platform, new Launch());
        await houses.RefusedAsync(answer, "kid_unknown");
    }

    [Fact]
    public async Task A_key_of_fewer_than_2048_bits_is_none()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        platform.RotateKey(keepOld: false, bits: 1536);
        using var browser = new TestBrowser();
        using var answer = await browser.LaunchAsync(platform, new Launch());
        await houses.RefusedAsync(answer, "kid_unknown");
    }
}
