using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.Keys;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Launch;

/// <summary>An id_token: its header and claims, trusted only once <see cref="VerifyAsync"/> has passed.</summary>
internal sealed class IdToken
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly string text;
    private readonly LtiClaims header;

    private IdToken(string text, JsonElement header, JsonElement claims) => (this.text, this.header, Claims) = (text, new(header), new(claims));

    public LtiClaims Claims { get; }

    /// <summary>Check 2: a compact JWS of two JSON objects.</summary>
    public static IdToken Read(string? text)
    {
        try
        {
            return text?.Split('.') is [var head, var payload, { Length: > 0 }] ? new(text, Object(head), Object(payload)) : throw NoToken();
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            throw NoToken();
        }
    }

    /// <summary>Checks 3 to 5: exactly RS256, by the key that the header names, with a good signature.</summary>
    public async Task VerifyAsync(LtiRegistration registration, PlatformKeys keys, CancellationToken cancellationToken)
    {
        if (header.Text("alg") is var alg && alg != SecurityAlgorithms.RsaSha256)
        {
            throw new LtiRefusal("alg_not_rs256", $"The platform signed with {alg ?? "nothing"}; only RS256 is taken.");
        }

        var kid = header.Text("kid") ?? throw new LtiRefusal("kid_missing", "The platform did not say which of its keys it signed with (kid).");
        var key = await keys.FindAsync(registration.KeysUrl, kid, cancellationToken)
            ?? throw new LtiRefusal("kid_unknown", $"The platform's key set has no key '{kid}'.");

        // There is one key and one algorithm by now. Whatever else the library checks by default is checked in TokenChecks, which says what is wrong.
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(text, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        if (!result.IsValid)
        {
            throw new LtiRefusal("signature_bad", "The platform's signature does not fit its key.");
        }
    }

    private static JsonElement Object(string part)
    {
        // The signature is of the text as it came.
        var bytes = WebEncoders.Base64UrlDecode(part);
        UnicodeRepair.Repair(bytes);
        using var json = JsonDocument.Parse(bytes, Strict);
        return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : throw NoToken();
    }

    private static LtiRefusal NoToken() => new("token_malformed", "The platform sent no id_token that can be read.");
}
