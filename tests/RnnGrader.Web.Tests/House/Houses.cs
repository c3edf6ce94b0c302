using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;

[assembly: AssemblyFixture(typeof(Houses))]

namespace RnnGrader.Web.Tests.House;

/// <summary>What the tests share: one Postgres server, and one running service on each database.</summary>
public sealed class Houses : IAsyncLifetime
{
    /// <summary>The administrator's token of the shared services.</summary>
    public const string AdministratorToken = "the-token-of-the-tests";

    private readonly List<string> folders = [];
    private readonly Dictionary<Database, (ServiceProcess Service, string Folder, string? Postgres)> shared = [];
    private readonly ConcurrentDictionary<Database, Lazy<Task<ServiceProcess>>> copies = [];
    private PostgresCluster? cluster;
    private int databases;

    // The platforms and webhooks of the tests are on this machine.
    private static (string, string)[] Settings => [("RNNGRADER_ADMIN_TOKEN", AdministratorToken), ("Outbound__AllowPrivateNetworks", "true")];

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("RNNGRADER_TEST_POSTGRES") is null)
        {
            cluster = await PostgresCluster.StartNewAsync();
        }

        foreach (var database in Enum.GetValues<Database>())
        {
            var (folder, postgres) = (Folder(), await MigratedAsync(database));
            shared[database] = (await ServiceProcess.StartAsync(folder, postgres, Settings), folder, postgres);
        }
    }

    /// <summary>A client of the running service.</summary>
    public HttpClient Client(Database database) => shared[database].Service.Http;

    /// <summary>
    /// A client of another copy of the service over the same database. It delivers nothing, since tests count what the first one asks of platforms, and lives as long
    /// as that: one that was killed kept the leases of what it had taken, and other tests' scores and rosters waited for them to run out.
    /// </summary>
    public async Task<HttpClient> CopyAsync(Database database) => (await copies.GetOrAdd(
        database, _ => new(() => ServiceProcess.StartAsync(shared[database].Folder, shared[database].Postgres, [.. Settings, ("Deliveries__AtOnce", "0")]))).Value).Http;

    /// <summary>A client that may do everything.</summary>
    public HttpClient AsAdministrator(Database database) => Client(database).With(AdministratorToken);

    /// <summary>The running service's store, past the service.</summary>
    public StoreContext Store(Database database) => OpenStore(shared[database].Folder, shared[database].Postgres);

    public static StoreContext OpenStore(string folder, string? postgres)
    {
        if (postgres is not null)
        {
            var onPostgres = new DbContextOptionsBuilder<PostgresContext>();
            onPostgres.UseRnnGraderPostgres(postgres);
            return new PostgresContext(onPostgres.Options);
        }

        var onSqlite = new DbContextOptionsBuilder<SqliteContext>();
        onSqlite.UseRnnGraderSqlite(Path.Combine(folder, "data"));
        return new SqliteContext(onSqlite.Options);
    }

    /// <summary>An empty folder, deleted in the end.</summary>
    public string Folder()
    {
        var folder = Directory.CreateTempSubdirectory("rnngrader-test-").FullName;
        lock (folders)
        {
            folders.Add(folder);
        }

        return folder;
    }

    /// <summary>A connection string for a new database with the tables in it; null for SQLite, which migrates itself.</summary>
    public async Task<string?> MigratedAsync(Database database)
    {
        if (database == Database.Sqlite)
        {
            return null;
        }

        var connection = Empty();
        var (code, output) = await ServiceProcess.RunAsync("migrate", Folder(), connection);
        Assert.True(code == 0, output);
        return connection;
    }

    /// <summary>A connection string for a database that is not there yet.</summary>
    public string Empty()
    {
        var name = $"rnngrader_test_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}";
        return cluster?.ConnectionString(name)
            ?? new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("RNNGRADER_TEST_POSTGRES")) { Database = name }.ToString();
    }

    /// <summary>A connection string for a database without tables.</summary>
    public async Task<string> CreatedAsync()
    {
        var connection = Empty();
        await using var store = OpenStore("/", connection);
        await store.GetService<IRelationalDatabaseCreator>().CreateAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in shared.Values.Select(house => house.Service).Concat(await Task.WhenAll(copies.Values.Select(copy => copy.Value))))
        {
            await service.DisposeAsync();
        }

        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }

        folders.ForEach(folder => Directory.Delete(folder, recursive: true));
    }
}
