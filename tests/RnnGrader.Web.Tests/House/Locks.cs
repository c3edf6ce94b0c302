using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Tests.House;

internal static class Locks
{
    /// <summary>Whether some command on a table waits for what another transaction holds.</summary>
    /// <param name="looking">A store of its own: within a transaction Postgres would show what it saw first.</param>
    /// <param name="table">The table's name.</param>
    public static async Task<bool> AreWaitedForAsync(StoreContext looking, string table)
    {
        await using (looking)
        {
            return await looking.Database.SqlQuery<int>(
                $"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE {$"%{table}%"}")
                .SingleAsync(TestContext.Current.CancellationToken) > 0;
        }
    }
}
