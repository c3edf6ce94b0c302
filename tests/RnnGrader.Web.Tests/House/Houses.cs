using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;

[assembly: AssemblyFixture(typeof(Houses))]

namespace RnnGrader.Web.Tests.House;

/// <summary>What the tests share: one Postgres server, and one running service on each database, in the tests' own process: the code of both is compiled once.</summary>
public sealed class Houses : IAsyncLifetime
{
    /// <summary>The administrator's token of the shared services.</summary>
    public const string AdministratorToken = "the-token-of-the-tests";

    private readonly List<string> folders = [];
    private readonly Dictionary<Database, (LocalService Service, string Folder, string? Postgres)> shared = [];
    private readonly ConcurrentDictionary<Database, Lazy<Task<ServiceProcess>>> copies = [];
    private readonly Databases databases = new();

    // The platforms and webhooks of the tests are on this machine.
    private static (string, string)[] Settings =>
    [
        ("RNNGRADER_ADMIN_TOKEN", AdministratorToken), ("Outbound__AllowPrivateNetworks", "true"),
        ("Deliveries__SettlingSeconds", "0.2"), ("Deliveries__PollSeconds", "0.1"), ("Deliveries__FirstPauseSeconds", "0.5"),
    ];

    public async ValueTask InitializeAsync()
    {
        if (OnEveryDatabaseAttribute.All.Contains(Database.Postgres))
        {
            await databases.StartAsync();
        }

        await Task.WhenAll(OnEveryDatabaseAttribute.All.Select(ShareAsync));
    }

    // A run on SQLite alone has that in the place of both: most of what is on one of them is there for no other reason than to be on one.
    private (LocalService Service, string Folder, string? Postgres) Of(Database database) => shared[OnEveryDatabaseAttribute.All.Contains(database) ? database : Database.Sqlite];

    private async Task ShareAsync(Database database)
    {
        var (folder, postgres) = (Folder(), await MigratedAsync(database));
        var service = LocalService.Start(folder, postgres, Settings);
        lock (shared)
        {
            shared[database] = (service, folder, postgres);
        }
    }

    /// <summary>A client of the running service.</summary>
    public HttpClient Client(Database database) => Of(database).Service.Http;

    /// <summary>
    /// A client of another copy of the service over the same database, in a process of its own, so that nothing but the database keeps the two apart. It delivers nothing, since tests count what the first one asks of platforms, and lives as long
    /// as that: one that was killed kept the leases of what it had taken, and other tests' scores and rosters waited for them to run out.
    /// </summary>
    public async Task<HttpClient> CopyAsync(Database database) => (await copies.GetOrAdd(
        database, _ => new(() => ServiceProcess.StartAsync(Of(database).Folder, Of(database).Postgres, [.. Settings, ("Deliveries__AtOnce", "0")]))).Value).Http;

    /// <summary>A client that may do everything.</summary>
    public HttpClient AsAdministrator(Database database) => Client(database).With(AdministratorToken);

    /// <summary>The running service's store, past the service.</summary>
    public StoreContext Store(Database database) => OpenStore(Of(database).Folder, Of(database).Postgres);

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
    public async Task<string?> MigratedAsync(Database database) => database == Database.Sqlite || !OnEveryDatabaseAttribute.All.Contains(database) ? null : await databases.MigratedAsync();

    /// <summary>A connection string for a database that is not there yet.</summary>
    public string Empty() => databases.Empty();

    /// <summary>A connection string for a database without tables.</summary>
    public Task<string> CreatedAsync() => databases.CreatedAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var copy in await Task.WhenAll(copies.Values.Select(copy => copy.Value)))
        {
            await copy.DisposeAsync();
        }

        foreach (var house in shared.Values)
        {
            await house.Service.DisposeAsync();
        }

        await databases.DisposeAsync();
        folders.ForEach(folder => Directory.Delete(folder, recursive: true));
    }
}
