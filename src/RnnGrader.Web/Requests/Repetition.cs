using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Requests;

/// <summary>Sees to it that a request with an `Idempotency-Key` is carried out once, however often and wherever it arrives.</summary>
internal static class Repetition
{
    /// <summary>What the same request made when it came before; null where it is new.</summary>
    /// <exception cref="RefusalException">The key was used for another body.</exception>
    public static async Task<Guid?> FindEarlierAsync<T>(this StoreContext store, string scope, Posted<T> request, CancellationToken cancellationToken)
    {
        if (request.Key is null)
        {
            return null;
        }

        var earlier = await store.IdempotencyKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Scope == scope && k.Key == request.Key, cancellationToken);
        return earlier is null || earlier.BodyHash.AsSpan().SequenceEqual(request.Hash)
            ? earlier?.CreatedId
            : throw new RefusalException(Problem.Invalid(IdempotencyHeader.Name, "This key was used before with another body. Use a new key for a new request."));
    }

    /// <summary>Stores what was added to the context, and the key, in one transaction.</summary>
    /// <returns>What is stored now: <paramref name="created"/>, or what the same request made that arrived at the same time and was first.</returns>
    public static async Task<Guid> SaveOnceAsync<T>(this StoreContext store, string scope, Posted<T> request, Guid created, DateTime now, CancellationToken cancellationToken)
    {
        if (request.Key is not null)
        {
            store.Add(new IdempotencyKey { Scope = scope, Key = request.Key, BodyHash = request.Hash, CreatedId = created, CreatedAt = now });
        }

        try
        {
            await store.SaveChangesAsync(cancellationToken);
            return created;
        }
        catch (DbUpdateException error) when (request.Key is not null && StoreErrors.IsDuplicate(error))
        {
            // The primary key decided between two at once; the winner has committed, or there would be no duplicate yet.
            store.ChangeTracker.Clear();
            return await store.FindEarlierAsync(scope, request, cancellationToken) ?? throw new InvalidOperationException("A key that was there is gone.", error);
        }
    }
}
