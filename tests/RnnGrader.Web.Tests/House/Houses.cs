using Npgsql;
using RnnGrader.Web.Tests.House;

[assembly: AssemblyFixture(typeof(Houses))]

namespace RnnGrader.Web.Tests.House;

/// <summary>What the tests share: one Postgres server, and one running service on each database.</summary>
public sealed class Houses : IAsyncLifetime
{
    private readonly List<string> folders = [];
    private readonly Dictionary<Database, Service> shared = [];
    private PostgresCluster? cluster;
    private int databases;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("RNNGRADER_TEST_POSTGRES") is null)
        {
            cluster = await PostgresCluster.StartNewAsync();
        }

        foreach (var database in Enum.GetValues<Database>())
        {
            shared[database] = await Service.StartAsync(Folder(), await MigratedAsync(database));
        }
    }

    /// <summary>A client of the running service.</summary>
    public HttpClient Client(Database database) => shared[database].Http;

    public Service Running(Database database) => shared[database];

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
        var (code, output) = await Service.RunAsync("migrate", Folder(), connection);
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

    public async ValueTask DisposeAsync()
    {
        foreach (var service in shared.Values)
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
