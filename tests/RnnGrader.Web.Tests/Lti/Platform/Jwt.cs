using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace RnnGrader.Web.Tests.Lti.Platform;

/// <summary>JWTs written by hand, so that wrong ones can be written too.</summary>
internal static class Jwt
{
    public static string Write(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var signed = $"{Part(header)}.{Part(claims)}";
        return $"{signed}.{WebEncoders.Base64UrlEncode(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>Reads a JWT and checks its RS256 signature.</summary>
    public static (JsonObject Header, JsonObject Claims) Verify(string jwt, RSA key)
    {
        var parts = jwt.Split('.');
        var good = key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), WebEncoders.Base64UrlDecode(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return good ? (Read(parts[0]), Read(parts[1])) : throw new CryptographicException("A bad signature.");
    }

    public static JsonObject Header(string jwt) => Read(jwt.Split('.')[0]);

    public static byte[] Rs256(RSA key, byte[] data) => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public static JsonObject Jwk(RSA key, string kid)
    {
        var shown = key.ExportParameters(false);
        return new() { ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = kid, ["n"] = WebEncoders.Base64UrlEncode(shown.Modulus!), ["e"] = WebEncoders.Base64UrlEncode(shown.Exponent!) };
    }

    public static RSA Key(JsonNode jwk) => RSA.Create(new RSAParameters { Modulus = WebEncoders.Base64UrlDecode((string)jwk["n"]!), Exponent = WebEncoders.Base64UrlDecode((string)jwk["e"]!) });

    /// <summary>Stands for half of a surrogate pair, which .NET would not write.</summary>
    public const string Half = "half-a-pair";

    /// <summary>Stands for a second `sub`, which no <see cref="JsonObject"/> holds.</summary>
    public const string Twin = "sub-again";

    private static string Part(JsonObject json) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(json.ToJsonString().Replace(Half, "\\ud800", StringComparison.Ordinal).Replace(Twin, "sub", StringComparison.Ordinal)));

    private static JsonObject Read(string part) => JsonNode.Parse(WebEncoders.Base64UrlDecode(part))!.AsObject();
}
