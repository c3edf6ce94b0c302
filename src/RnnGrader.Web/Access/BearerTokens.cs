using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Access;

/// <summary>
/// Reads `Authorization: Bearer`. A token that is not good (any more) is a 401 even where nobody needs to sign in: a script must not go on as nobody in silence.
/// </summary>
internal sealed class BearerTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, StoreContext store, TimeProvider time, IConfiguration configuration)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";
    public const string AdministratorSetting = "RNNGRADER_ADMIN_TOKEN";

    /// <summary>A new token: 32 random bytes behind a name that secret scanners can look for.</summary>
    public static string Make() => "rnng_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0)
        {
            return AuthenticateResult.NoResult();
        }

        return header is [{ } text] && text.StartsWith(SchemeName + " ", StringComparison.OrdinalIgnoreCase)
            && await FindAsync(text[(SchemeName.Length + 1)..].Trim()) is { } caller
            ? AuthenticateResult.Success(new(new(new ClaimsIdentity(Caller.Claims(caller.PersonId, caller.IsAdministrator), SchemeName)), SchemeName))
            : throw new RefusalException(Problem.Of(StatusCodes.Status401Unauthorized, "This token is unknown, expired or revoked."));
    }

    // A look-up by hash tells nothing by its time: who could steer the hash would have found a collision. It is compared in constant time all the same.
    private async Task<Caller?> FindAsync(string token)
    {
        var hash = Hash(token);
        if (configuration[AdministratorSetting] is { Length: > 0 } administrator && CryptographicOperations.FixedTimeEquals(hash, Hash(administrator)))
        {
            return new(Person.AdministratorId, true);
        }

        var now = time.Now();
        var found = await (
            from known in store.AccessTokens
            join person in store.Users on known.PersonId equals person.Id
            where known.Hash == hash
            select new { known.Hash, known.ExpiresAt, known.RevokedAt, person.Id, person.IsAdministrator, person.ErasedAt }).SingleOrDefaultAsync(Context.RequestAborted);
        return found is { RevokedAt: null, ErasedAt: null } && !(found.ExpiresAt <= now) && CryptographicOperations.FixedTimeEquals(found.Hash, hash)
            ? new(found.Id, found.IsAdministrator)
            : null;
    }
}
