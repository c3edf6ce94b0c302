using System.Text.Json;

namespace RnnGrader.Web.Lti.Launch;

/// <summary>Claims by name, strictly: one of a wrong type is refused with its name, one that is unknown is let be.</summary>
internal readonly struct LtiClaims(JsonElement json)
{
    public const string Lti = "https://purl.imsglobal.org/spec/lti/claim/";
    public const string DeepLinking = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    public const string Grades = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    public const string Roster = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    public const string Groups = "https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice";

    public IEnumerable<string> Names => json.EnumerateObject().Select(claim => claim.Name);

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? Plain(value, name) : throw Wrong(name, "text");

    /// <summary>Text, or null where there is none to speak of.</summary>
    public string? Filled(string name) => Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>Seconds since 1970. The JWT standard has it a number; a number in quotes is text.</summary>
    public double? Seconds(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && double.IsFinite(seconds) ? seconds : throw Wrong(name, "a number of seconds");

    public IReadOnlyList<string>? Texts(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => Plain(item, name))] : throw Wrong(name, "a list of texts");

    public LtiClaims? Object(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? new LtiClaims(value) : throw Wrong(name, "an object");

    public IReadOnlyList<LtiClaims>? Objects(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object)
            ? [.. value.EnumerateArray().Select(item => new LtiClaims(item))]
            : throw Wrong(name, "a list of objects");

    /// <summary>One text or several: `aud` may be either.</summary>
    public IReadOnlyList<string>? OneOrMore(string name) => Find(name) is { ValueKind: JsonValueKind.String } one ? [Plain(one, name)] : Texts(name);

    public bool? Flag(string name) => Find(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, "true or false");

    private JsonElement? Find(string name) => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    // No store keeps U+0000, and half of a surrogate pair is no text in .NET. Tokens were repaired when they were read; what services answer was not.
    private static string Plain(JsonElement value, string name)
    {
        try
        {
            return value.GetString() is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : throw Wrong(name, "text without U+0000");
        }
        catch (InvalidOperationException)
        {
            throw Wrong(name, "text of whole characters");
        }
    }

    private static LtiRefusal Wrong(string name, string right) => new("claim_type", $"The platform's claim {name} must be {right}.");
}
