using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace RnnGrader.Storage;

/// <summary>Brings the database up to date.</summary>
public static class Migrating
{
    // Any number that nothing else in the database locks.
    private const long Lock = 0x524E4E47;

    /// <summary>
    /// Migrates, also where several copies do so at once. EF's own lock on Postgres is let go between migrations while what is pending was read before
    /// (seen with EF 10.0.15: two of three copies ran the second migration again), so that copies queue here first.
    /// </summary>
    public static async Task MigrateAloneAsync(this StoreContext store)
    {
        if (store.Database.IsSqlite())
        {
            await store.Database.MigrateAsync();
            return;
        }

        await CreateAsync(store.GetService<IRelationalDatabaseCreator>());
        await store.Database.OpenConnectionAsync();
        try
        {
            await store.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Lock})");
            await store.Database.MigrateAsync();
        }
        finally
        {
            // Gives the lock back with the session.
            await store.Database.CloseConnectionAsync();
            NpgsqlConnection.ClearPool((NpgsqlConnection)store.Database.GetDbConnection());
        }
    }

    private static async Task CreateAsync(IRelationalDatabaseCreator creator)
    {
        try
        {
            if (!await creator.ExistsAsync())
            {
                await creator.CreateAsync();
            }
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another copy was first.
        }
    }
}
