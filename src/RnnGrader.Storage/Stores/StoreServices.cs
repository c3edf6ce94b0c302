using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace RnnGrader.Storage;

/// <summary>Chooses the store: Postgres where there is a connection string for it, else SQLite.</summary>
public static class StoreServices
{
    private const string Migrations = "RnnGrader.Migrations";

    /// <summary>Registers <see cref="StoreContext"/>.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="postgres">Connection string of Postgres; null or empty for SQLite.</param>
    /// <param name="folder">Folder of the SQLite database, made where it is missing.</param>
    public static IServiceCollection AddStore(this IServiceCollection services, string? postgres, string folder) =>
        string.IsNullOrWhiteSpace(postgres)
            ? services.AddDbContextPool<StoreContext, SqliteContext>((provider, options) => options.UseRnnGraderSqlite(folder, provider.GetRequiredService<TimeProvider>()))
            : services.AddDbContextPool<StoreContext, PostgresContext>((provider, options) => options.UseRnnGraderPostgres(postgres, provider.GetRequiredService<TimeProvider>()));

    /// <summary>SQLite in a file of <paramref name="folder"/>.</summary>
    public static DbContextOptionsBuilder UseRnnGraderSqlite(this DbContextOptionsBuilder options, string folder, TimeProvider? time = null)
    {
        Directory.CreateDirectory(folder);
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "rnngrader.db") };
        return options
            .UseSqlite(file.ToString(), sqlite => sqlite.MigrationsAssembly(Migrations))
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(new DeliveryOutbox(time ?? TimeProvider.System), new SqliteDurability(), new SqliteOneWriter());
    }

    /// <summary>Postgres at <paramref name="connectionString"/>.</summary>
    public static DbContextOptionsBuilder UseRnnGraderPostgres(this DbContextOptionsBuilder options, string connectionString, TimeProvider? time = null)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        // Npgsql's own defaults (15 s and 30 s) keep a client waiting where a 503 would tell it to come back.
        if (!connection.ContainsKey("Timeout"))
        {
            connection.Timeout = 5;
        }

        if (!connection.ContainsKey("Command Timeout"))
        {
            connection.CommandTimeout = 10;
        }

        // The few statements there are stay prepared on the server. Set it to 0 behind a pooler that hands out a connection per transaction.
        if (!connection.ContainsKey("Max Auto Prepare"))
        {
            connection.MaxAutoPrepare = 20;
        }

        return options
            .UseNpgsql(connection.ToString(), npgsql => npgsql.MigrationsAssembly(Migrations))
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(new DeliveryOutbox(time ?? TimeProvider.System));
    }
}
