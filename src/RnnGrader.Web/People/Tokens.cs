using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.People;

/// <summary>Makes and revokes tokens. Used by the API and by the pages.</summary>
internal sealed class Tokens(StoreContext store, TimeProvider time)
{
    /// <returns>The token's row and the token itself; without it where the same request made the row before: it is kept nowhere.</returns>
    public async Task<(AccessToken Token, string? Secret)> MakeAsync(
        Visit visit, Guid person, string name, DateTime? expiresAt, RequestIdentity request, CancellationToken cancellationToken)
    {
        var (now, secret) = (time.Now(), BearerTokens.Make());
        var token = new AccessToken { Id = Ids.New(now), PersonId = person, Name = name.Trim(), Hash = BearerTokens.Hash(secret), CreatedAt = now, ExpiresAt = expiresAt };
        store.Add(token);
        store.Record(visit, now, "token.made", Ids.Write(token.Id), null, new { person = Ids.Write(person), token.ExpiresAt });
        var made = await store.SaveOnceAsync(request, token.Id, now, cancellationToken);
        return made == token.Id ? (token, secret) : (await store.AccessTokens.AsNoTracking().SingleAsync(t => t.Id == made, cancellationToken), null);
    }

    /// <summary>Revokes the token of a visit, once.</summary>
    public async Task RevokeAsync(Visit visit, CancellationToken cancellationToken)
    {
        var token = await store.AccessTokens.SingleAsync(t => t.Id == visit.Id, cancellationToken);
        if (token.RevokedAt is null)
        {
            token.RevokedAt = time.Now();
            store.Record(visit, token.RevokedAt.Value, "token.revoked", Ids.Write(token.Id), null, null);
            await store.SaveChangesAsync(cancellationToken);
        }
    }
}
