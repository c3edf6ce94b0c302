namespace RnnGrader.Storage;

/// <summary>Several statements that happen together or not at all.</summary>
public static class Transactions
{
    /// <summary>Runs <paramref name="work"/> in a transaction, which is undone where it throws.</summary>
    public static async Task<T> InTransactionAsync<T>(this StoreContext store, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await SqliteOneWriter.TurnAsync(store, cancellationToken);
        await using var transaction = await store.Database.BeginTransactionAsync(cancellationToken);
        var result = await work();
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <inheritdoc cref="InTransactionAsync{T}"/>
    public static Task InTransactionAsync(this StoreContext store, Func<Task> work, CancellationToken cancellationToken) => store.InTransactionAsync(
        async () =>
        {
            await work();
            return 0;
        },
        cancellationToken);
}
