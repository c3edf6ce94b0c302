using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Requests;

/// <summary>Sees to it that a request with an `Idempotency-Key` is carried out once, however often and wherever it arrives.</summary>
internal static class Repetition
{
    private const int Attempts = 3;

    /// <summary>
    /// Stores what was added to the context, and the key, in one transaction. Nothing is looked up before: the key's primary key decides, between
    /// two at once as between two in a row, and a request that is new pays for no question.
    /// </summary>
    /// <returns>What is stored now: <paramref name="created"/>, or what the same request made that was first.</returns>
    /// <exception cref="RefusalException">The key was used for another body.</exception>
    public static async Task<Guid> SaveOnceAsync(this StoreContext store, RequestIdentity request, Guid created, DateTime now, CancellationToken cancellationToken)
    {
        if (request.Key is not { } key)
        {
            await store.SaveChangesAsync(cancellationToken);
            return created;
        }

        store.Add(new IdempotencyKey { Scope = request.Scope, Key = key, BodyHash = request.Hash, CreatedId = created, CreatedAt = now });
        try
        {
            await store.SaveChangesAsync(cancellationToken);
            return created;
        }
        catch (DbUpdateException error) when (StoreErrors.IsDuplicate(error) && store.Database.CurrentTransaction is null)
        {
            // The first has committed, or there would be no duplicate yet.
            store.ChangeTracker.Clear();
            return await store.FindFirstAsync(request, cancellationToken) ?? throw Collision();
        }
    }

    /// <summary>What the same request made before; null where it is new or has no key.</summary>
    /// <exception cref="RefusalException">The key was used for another body.</exception>
    public static async Task<Guid?> FindFirstAsync(this StoreContext store, RequestIdentity request, CancellationToken cancellationToken) =>
        request.Key is null || await store.IdempotencyKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Scope == request.Scope && k.Key == request.Key, cancellationToken) is not { } first ? null
        : first.BodyHash.AsSpan().SequenceEqual(request.Hash) ? first.CreatedId
        : throw new RefusalException(Problem.Invalid(IdempotencyHeader.Name, "This key was used before with another body. Use a new key for a new request."));

    /// <summary>Does <paramref name="work"/> in one transaction together with storing the key; where the same request was first, nothing of it stays.</summary>
    /// <param name="store">The store.</param>
    /// <param name="request">What tells a repetition.</param>
    /// <param name="now">When.</param>
    /// <param name="work">Changes rows and returns the id of what is made; null for nothing, which is then not kept either. It is done again where another request made one of its rows at the same moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is stored now; null where <paramref name="work"/> made nothing.</returns>
    public static async Task<Guid?> InOneTransactionOnceAsync(this StoreContext store, RequestIdentity request, DateTime now, Func<Task<Guid?>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await store.InTransactionAsync(async () => await work() is { } made ? await store.SaveOnceAsync(request, made, now, cancellationToken) : (Guid?)null, cancellationToken);
            }
            catch (DbUpdateException error) when (StoreErrors.IsDuplicate(error))
            {
                store.ChangeTracker.Clear();
                if (await store.FindFirstAsync(request, cancellationToken) is { } first)
                {
                    return first;
                }

                if (attempt == Attempts)
                {
                    throw Collision();
                }
            }
        }
    }

    private static RefusalException Collision() =>
        new(Problem.Of(StatusCodes.Status409Conflict, "Another request made the same thing at the same moment. Look at it, or send this again."));
}
