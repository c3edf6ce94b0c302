using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Keys;

/// <summary>The keys that this tool signs with. The next is published before it signs, and an old one stays until it is out of every cache.</summary>
internal sealed class ToolKeys(StoreContext store, IDataProtectionProvider protection, TimeProvider time, IOptions<LtiSettings> settings)
{
    private const int Bits = 2048;
    private readonly IDataProtector protector = protection.CreateProtector("RnnGrader.Lti.ToolKeys");

    private TimeSpan Lead => TimeSpan.FromSeconds(settings.Value.KeyLeadSeconds);

    /// <summary>The public halves of the keys that sign, will sign, or signed lately: a JWK set (RFC 7517).</summary>
    public async Task<string> PublishedAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        await SigningAsync(now, cancellationToken);
        var keys = await store.LtiKeys.AsNoTracking().OrderBy(key => key.SignsFrom).ThenBy(key => key.Id).ToListAsync(cancellationToken);
        var published = keys.Where((_, i) => i == keys.Count - 1 || now < keys[i + 1].SignsFrom + Lead);
        return $$"""{"keys":[{{string.Join(',', published.Select(key => key.PublicKey))}}]}""";
    }

    /// <summary>All keys, the newest first: `kid`, and from when on it signs until a younger one does.</summary>
    public async Task<IReadOnlyList<(string Id, DateTime SignsFrom)>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.LtiKeys.AsNoTracking().OrderByDescending(key => key.SignsFrom).ThenByDescending(key => key.Id).Select(key => new { key.Id, key.SignsFrom }).ToListAsync(cancellationToken)).Select(key => (key.Id, key.SignsFrom))];

    /// <summary>Signs claims as a JWT.</summary>
    public async Task<string> SignAsync(IDictionary<string, object> claims, CancellationToken cancellationToken)
    {
        var key = await SigningAsync(time.Now(), cancellationToken);
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(protector.Unprotect(key.PrivateKey), out _);

        // The cache of signers would keep the key after it is disposed of.
        var signer = new RsaSecurityKey(rsa) { KeyId = key.Id, CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(JsonSerializer.Serialize(claims), new SigningCredentials(signer, SecurityAlgorithms.RsaSha256));
    }

    /// <summary>Makes the next key. It signs once every platform's cache has it.</summary>
    public async Task<LtiKey> RotateAsync(Visit visit, CancellationToken cancellationToken)
    {
        await SigningAsync(time.Now(), cancellationToken);
        return await MakeAsync(visit, time.Now() + Lead, cancellationToken);
    }

    private async Task<LtiKey> SigningAsync(DateTime now, CancellationToken cancellationToken) =>
        await store.LtiKeys.AsNoTracking().Where(key => key.SignsFrom <= now).OrderByDescending(key => key.SignsFrom).ThenByDescending(key => key.Id).FirstOrDefaultAsync(cancellationToken)
        ?? await MakeAsync(null, now, cancellationToken);

    private async Task<LtiKey> MakeAsync(Visit? visit, DateTime signsFrom, CancellationToken cancellationToken)
    {
        using var rsa = RSA.Create(Bits);
        var (id, shown) = (Ids.Write(Guid.NewGuid()), rsa.ExportParameters(includePrivateParameters: false));
        var key = new LtiKey
        {
            Id = id,
            PublicKey = JsonSerializer.Serialize(new
            {
                kty = "RSA",
                use = "sig",
                alg = SecurityAlgorithms.RsaSha256,
                kid = id,
                n = WebEncoders.Base64UrlEncode(shown.Modulus!),
                e = WebEncoders.Base64UrlEncode(shown.Exponent!),
            }),
            PrivateKey = protector.Protect(rsa.ExportPkcs8PrivateKey()),
            CreatedAt = time.Now(),
            SignsFrom = signsFrom,
        };
        store.Add(key);
        if (visit is not null)
        {
            store.Record(visit, key.CreatedAt, "key.made", id, null, new { key.SignsFrom });
        }

        await store.SaveChangesAsync(cancellationToken);
        store.Entry(key).State = EntityState.Detached;
        return key;
    }
}
