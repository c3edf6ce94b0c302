using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;
using static RnnGrader.Web.Tests.Lti.Platform.Launch;

namespace RnnGrader.Web.Tests.Lti;

/// <summary>Launches that must be refused: each by its own check, with a page, a reference and a line in the log. Nobody is signed in by one.</summary>
public sealed class RefusalTests(Houses houses)
{
    private static readonly RSA Stranger = RSA.Create(2048);
    // Read at each use: the suite runs longer than the times here are off.
    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private static readonly Dictionary<string, (string Code, Launch Launch)> Kinds = new()
    {
        // The twelve of the conformance suite; times are one of them.
        ["no kid"] = ("kid_missing", Header(h => h.Remove("kid"))),
        ["wrong kid"] = ("kid_unknown", Header(h => h["kid"] = "another")),
        ["wrong version"] = ("version_wrong", With(c => c[Claim + "version"] = "1.2.0")),
        ["no version"] = ("version_missing", With(c => c.Remove(Claim + "version"))),
        ["no LTI message"] = ("message_unknown", With(c => c[Claim + "message_type"] = "basic-lti-launch-request")),
        ["missing LTI claims"] = ("lti_missing", With(c => c.Where(p => p.Key.StartsWith(Claim, StringComparison.Ordinal)).Select(p => p.Key).ToList().ForEach(name => c.Remove(name)))),
        ["exp past"] = ("exp_past", With(c => c["exp"] = Now - 180)),
        ["iat ahead"] = ("iat_ahead", With(c => c["iat"] = Now + 600)),
        ["no message type"] = ("message_missing", With(c => c.Remove(Claim + "message_type"))),
        ["no roles"] = ("roles_missing", With(c => c.Remove(Claim + "roles"))),
        ["no deployment"] = ("deployment_missing", With(c => c.Remove(Claim + "deployment_id"))),
        ["no resource link id"] = ("resource_link_missing", With(c => c[Claim + "resource_link"]!.AsObject().Remove("id"))),
        ["no sub"] = ("sub_missing", With(c => c.Remove("sub"))),

        // And what else must not pass.
        ["no exp"] = ("exp_missing", With(c => c.Remove("exp"))),
        ["no iat"] = ("iat_missing", With(c => c.Remove("iat"))),
        ["iat long ago"] = ("iat_old", With(c => c["iat"] = Now - 3600)),
        ["exp as a string"] = ("claim_type", With(c => c["exp"] = (Now + 300).ToString(CultureInfo.InvariantCulture))),
        ["sub as a number"] = ("claim_type", With(c => c["sub"] = 7)),
        ["roles as a string"] = ("claim_type", With(c => c[Claim + "roles"] = "Instructor")),
        ["roles of numbers"] = ("claim_type", With(c => c[Claim + "roles"] = new JsonArray(7))),
        ["context as a list"] = ("claim_type", With(c => c[Claim + "context"] = new JsonArray("course-1"))),
        ["other issuer"] = ("iss_wrong", With(c => c["iss"] = c["iss"]!.GetValue<string>() + "/")),
        ["other audience"] = ("aud_wrong", With(c => c["aud"] = "another tool")),
        ["foreign audience too"] = ("aud_foreign", With(c => c["aud"] = new JsonArray(c["aud"]!.DeepClone(), "another tool"))),
        ["no audience"] = ("aud_wrong", With(c => c.Remove("aud"))),
        ["no issuer"] = ("iss_wrong", With(c => c.Remove("iss"))),
        ["other azp"] = ("azp_wrong", With(c => c["azp"] = "another tool")),
        ["no nonce"] = ("nonce_missing", With(c => c.Remove("nonce"))),
        ["other nonce"] = ("nonce_wrong", With(c => c["nonce"] = "another")),
        ["unknown message"] = ("message_unknown", With(c => c[Claim + "message_type"] = "LtiSubmissionReviewRequest")),
        ["empty deployment"] = ("deployment_missing", With(c => c[Claim + "deployment_id"] = " ")),
        ["endless deployment"] = ("deployment_missing", With(c => c[Claim + "deployment_id"] = new string('d', 256))),
        ["sub twice"] = ("token_malformed", With(c => c[Jwt.Twin] = "somebody else")),
        ["endless sub"] = ("sub_missing", With(c => c["sub"] = new string('s', 256))),
        ["endless resource link id"] = ("resource_link_missing", With(c => c[Claim + "resource_link"]!["id"] = new string('l', 256))),
        ["unknown deployment"] = ("deployment_pending", new() { Deployment = "new here" }),
        ["no target"] = ("target_missing", With(c => c.Remove(Claim + "target_link_uri"))),
        ["open redirect"] = ("target_foreign", With(c => c[Claim + "target_link_uri"] = "https://evil.example/lti/launch")),
        ["open redirect by port"] = ("target_foreign", With(c => c[Claim + "target_link_uri"] = new UriBuilder(c[Claim + "target_link_uri"]!.GetValue<string>()) { Port = 1 }.Uri.AbsoluteUri)),
        ["open redirect by scheme"] = ("target_foreign", With(c => c[Claim + "target_link_uri"] = c[Claim + "target_link_uri"]!.GetValue<string>().Replace("http:", "https:", StringComparison.Ordinal))),
        ["open redirect by user info"] = ("target_foreign", With(c => c[Claim + "target_link_uri"] = c[Claim + "target_link_uri"]!.GetValue<string>().Replace("/lti", "@evil.example/lti", StringComparison.Ordinal))),
        ["open redirect by script"] = ("target_foreign", With(c => c[Claim + "target_link_uri"] = "javascript:alert(1)")),
        ["open redirect by half an address"] = ("target_foreign", With(c => c[Claim + "target_link_uri"] = "//evil.example")),
        ["alg none"] = ("alg_not_rs256", Header(h => h["alg"] = "none") with { Sign = (_, _) => [1] }),
        ["alg none without signature"] = ("token_malformed", Header(h => h["alg"] = "none") with { Sign = (_, _) => [] }),
        ["HS256 with the public key"] = ("alg_not_rs256", Header(h => h["alg"] = "HS256") with { Sign = (key, data) => HMACSHA256.HashData(key.ExportSubjectPublicKeyInfo(), data) }),
        ["PS256"] = ("alg_not_rs256", Header(h => h["alg"] = "PS256") with { Sign = (key, data) => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss) }),
        ["another's signature"] = ("signature_bad", new() { Sign = (_, data) => Stranger.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) }),
    };

    public static TheoryData<string> All() => [.. Kinds.Keys];

    [Theory, MemberData(nameof(All))]
    public async Task A_launch_that_is_not_in_order_is_refused_by_its_own_check(string kind)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var (code, launch) = Kinds[kind];
        using var answer = await browser.LaunchAsync(platform, launch);
        await houses.RefusedAsync(answer, code);
        await NobodyAsync(browser, platform);
    }

    [Fact]
    public async Task A_clock_that_is_90_seconds_ahead_is_told_and_one_30_seconds_off_is_let_be()
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        platform.ClockAhead = TimeSpan.FromSeconds(90);
        using var browser = new TestBrowser();
        using var answer = await browser.LaunchAsync(platform, new Launch());
        Assert.Matches("(8[0-9]|90) s ahead", await houses.RefusedAsync(answer, "iat_ahead"));
        platform.ClockAhead = TimeSpan.FromSeconds(30);
        using var near = await browser.LaunchAsync(platform, new Launch());
        using var behind = await browser.LaunchAsync(platform, With(c => c["exp"] = Now - 30));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.SeeOther], [near.StatusCode, behind.StatusCode]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("e30.e30")]
    [InlineData("e30.e30.e30.e30")]
    [InlineData("e30.W10.e30")]
    [InlineData("W10.e30.e30")]
    [InlineData("e30.*.e30")]
    public async Task What_is_no_token_of_two_objects_is_refused(string token)
    {
        await using var platform = await TestPlatform.RegisteredAsync(houses, Database.Sqlite);
        using var browser = new TestBrowser();
        var (action, fields) = await browser.BeginAsync(platform, new Launch());
        using var answer = await browser.SendAsync((action, new(fields) { ["id_token"] = token }));
        await houses.RefusedAsync(answer, "token_malformed");
    }

    [Fact]
    public void Each_of_the_twelve_has_a_code_of_its_own()
    {
        string[] twelve =
        [
            "no kid", "wrong kid", "wrong version", "no version", "no LTI message", "missing LTI claims", "exp past", "iat ahead", "no message type", "no roles", "no deployment", "no resource link id", "no sub",
        ];
        Assert.Equal(twelve.Length, twelve.Select(kind => Kinds[kind].Code).Distinct().Count());
    }

    private static Launch With(Action<JsonObject> change) => new() { Change = change };

    private static Launch Header(Action<JsonObject> change) => new() { ChangeHeader = change };

    private static async Task NobodyAsync(TestBrowser browser, TestPlatform platform)
    {
        using var me = await browser.GetAsync(platform.ToolOrigin + "/api/v1/me");
        Assert.Equal(HttpStatusCode.Unauthorized, me.StatusCode);
    }
}
