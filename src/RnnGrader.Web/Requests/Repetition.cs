using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Requests;

/// <summary>Sees to it that a request with an `Idempotency-Key` is carried out once, however often and wherever it arrives.</summary>
internal static class Repetition
{
    /// <summary>
    /// Stores what was added to the context, and the key, in one transaction. Nothing is looked up before: the key's primary key decides, between
    /// two at once as between two in a row, and a request that is new pays for no question.
    /// </summary>
    /// <returns>What is stored now: <paramref name="created"/>, or what the same request made that was first.</returns>
    /// <exception cref="RefusalException">The key was used for another body.</exception>
    public static async Task<Guid> SaveOnceAsync<T>(this StoreContext store, string scope, Posted<T> request, Guid created, DateTime now, CancellationToken cancellationToken)
    {
        if (request.Key is not { } key)
        {
            await store.SaveChangesAsync(cancellationToken);
            return created;
        }

        store.Add(new IdempotencyKey { Scope = scope, Key = key, BodyHash = request.Hash, CreatedId = created, CreatedAt = now });
        try
        {
            await store.SaveChangesAsync(cancellationToken);
            return created;
        }
        catch (DbUpdateException error) when (StoreErrors.IsDuplicate(error))
        {
            // The first has committed, or there would be no duplicate yet.
            var first = await store.IdempotencyKeys.AsNoTracking().SingleAsync(k => k.Scope == scope && k.Key == key, cancellationToken);
            return first.BodyHash.AsSpan().SequenceEqual(request.Hash)
                ? first.CreatedId
                : throw new RefusalException(Problem.Invalid(IdempotencyHeader.Name, "This key was used before with another body. Use a new key for a new request."));
        }
    }
}
