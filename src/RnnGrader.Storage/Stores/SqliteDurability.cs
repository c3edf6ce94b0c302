using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RnnGrader.Storage;

/// <summary>
/// Says on every connection that a commit reaches the disk before it is answered: in WAL mode anything below FULL can lose the last
/// commits in a power cut (https://www.sqlite.org/pragma.html#pragma_synchronous). WAL itself is a property of the file, set by the first migration.
/// </summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
#pragma warning disable MA0042 // The SQLite driver has no asynchronous calls of its own.
        ConnectionOpened(connection, eventData);
#pragma warning restore MA0042
        return Task.CompletedTask;
    }
}
