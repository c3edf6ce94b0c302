using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using static SQLitePCL.raw;

namespace RnnGrader.Storage;

/// <summary>What an exception from the store means.</summary>
public static class StoreErrors
{
    /// <summary>Whether a row with the same key is there already.</summary>
    public static bool IsDuplicate(Exception error) => Chain(error).Any(e => e
        is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }
        or SqliteException { SqliteExtendedErrorCode: SQLITE_CONSTRAINT_PRIMARYKEY or SQLITE_CONSTRAINT_UNIQUE });

    /// <summary>Whether a row is deleted that others belong to, or one is made that belongs to none.</summary>
    public static bool IsReferenced(Exception error) => Chain(error).Any(e => e
        is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation }
        or SqliteException { SqliteExtendedErrorCode: SQLITE_CONSTRAINT_FOREIGNKEY or SQLITE_CONSTRAINT_TRIGGER });

    /// <summary>Whether the tables are not there: nobody has migrated the database.</summary>
    public static bool IsUnmigrated(Exception error) => Chain(error).Any(e => e
        is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidCatalogName });

    /// <summary>Whether the store can't be reached or can't work now, so that the same request may well succeed later.</summary>
    public static bool IsUnavailable(Exception error) => Chain(error).Any(e => e switch
    {
        // Classes 08 connection, 28 who may connect, 53 resources, 57 operator intervention (shut down, starting up), 58 system; 25006 read-only, as a standby is; 40 rolled back.
        PostgresException postgres => postgres.IsTransient || postgres.SqlState[..2] is "08" or "28" or "40" or "53" or "57" or "58" || postgres.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException or SocketException => true,
        SqliteException { SqliteErrorCode: SQLITE_BUSY or SQLITE_LOCKED or SQLITE_FULL or SQLITE_IOERR or SQLITE_CANTOPEN or SQLITE_READONLY } => true,
        _ => false,
    });

    // EF wraps what it takes for transient in an InvalidOperationException, and failed writes in a DbUpdateException.
    private static IEnumerable<Exception> Chain(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            yield return error;
        }
    }
}
