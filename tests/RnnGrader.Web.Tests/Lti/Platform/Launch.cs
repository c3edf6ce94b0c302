using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace RnnGrader.Web.Tests.Lti.Platform;

/// <summary>A launch as the platform is to make it: a good one of a student, with what a test changes.</summary>
internal sealed record Launch
{
    public const string Claim = "https://purl.imsglobal.org/spec/lti/claim/";
    public const string Membership = "http://purl.imsglobal.org/vocab/lis/v2/membership";
    public const string DeepLinking = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    public static readonly string[] Student = [$"{Membership}#Learner"];
    public static readonly string[] Instructor = [$"{Membership}#Instructor"];

    public string User { get; init; } = "user-" + Guid.NewGuid().ToString("N");

    public string[] Roles { get; init; } = Student;

    public string Course { get; init; } = "course-1";

    public string Link { get; init; } = "link-1";

    public string Deployment { get; init; } = "1";

    public string Message { get; init; } = "LtiResourceLinkRequest";

    public Dictionary<string, string> Custom { get; init; } = [];

    /// <summary>What a test does to the claims.</summary>
    public Action<JsonObject> Change { get; init; } = _ => { };

    /// <summary>What a test does to the header.</summary>
    public Action<JsonObject> ChangeHeader { get; init; } = _ => { };

    /// <summary>How it is signed; null for RS256 with the platform's newest key.</summary>
    public Func<RSA, byte[], byte[]>? Sign { get; init; }

    public JsonObject Claims(TestPlatform platform, string nonce)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + (long)platform.ClockAhead.TotalSeconds;
        var claims = new JsonObject
        {
            ["iss"] = platform.Issuer,
            ["aud"] = platform.ClientId,
            ["sub"] = User,
            ["iat"] = now,
            ["exp"] = now + 300,
            ["nonce"] = nonce,
            ["name"] = $"Name of {User}",
            ["given_name"] = "Name",
            ["family_name"] = $"of {User}",
            ["email"] = $"{User}@example.org",
            [Claim + "version"] = "1.3.0",
            [Claim + "message_type"] = Message,
            [Claim + "deployment_id"] = Deployment,
            [Claim + "target_link_uri"] = platform.ToolOrigin + "/lti/launch",
            [Claim + "roles"] = new JsonArray([.. Roles.Select(role => JsonValue.Create(role))]),
            [Claim + "context"] = new JsonObject { ["id"] = Course, ["title"] = $"Title of {Course}", ["label"] = Course },
            [Claim + "custom"] = new JsonObject([.. Custom.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))]),
            [Claim + "launch_presentation"] = new JsonObject { ["document_target"] = "iframe", ["return_url"] = platform.Issuer + "/back" },
            ["https://example.org/unknown"] = new JsonObject { ["anything"] = 1 },
        };
        if (Message == "LtiResourceLinkRequest")
        {
            claims[Claim + "resource_link"] = new JsonObject { ["id"] = Link, ["title"] = "A link" };
            platform.Grades.AddTo(claims, Course, Link);
        }
        else
        {
            claims[DeepLinking + "deep_linking_settings"] = new JsonObject
            {
                ["deep_link_return_url"] = platform.Issuer + "/deep-link-return",
                ["accept_types"] = new JsonArray("ltiResourceLink", "link"),
                ["accept_presentation_document_targets"] = new JsonArray("iframe", "window"),
                ["accept_multiple"] = true,
                ["data"] = "platform's own data",
            };
        }

        Change(claims);
        return claims;
    }
}
