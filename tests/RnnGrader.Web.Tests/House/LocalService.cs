using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using RnnGrader.Storage;

namespace RnnGrader.Web.Tests.House;

/// <summary>
/// The program on a database and with settings of its own, in the tests' own process and reached over HTTP. It starts in a tenth of the time of a process; what is about
/// its end, its log or its environment needs a <see cref="ServiceProcess"/>.
/// </summary>
public class LocalService : WebApplicationFactory<Program>
{
    private readonly string folder;
    private readonly string? postgres;
    private readonly (string Name, string Value)[] settings;
    private readonly TimeProvider? clock;

    protected LocalService(string folder, string? postgres, TimeProvider? clock, (string Name, string Value)[] settings)
    {
        (this.folder, this.postgres, this.clock, this.settings) = (folder, postgres, clock, settings);
        UseKestrel(0);
    }

    /// <summary>A client without a token.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <param name="folder">Its working folder, where SQLite keeps its file.</param>
    /// <param name="postgres">Its database; null for SQLite.</param>
    /// <param name="settings">Settings as they stand in the environment: `Deliveries__PollSeconds`.</param>
    public static LocalService Start(string folder, string? postgres, params (string Name, string Value)[] settings)
    {
        var service = new LocalService(folder, postgres, null, settings);
        service.Open();
        return service;
    }

    /// <summary>Its store, past the service.</summary>
    public StoreContext Store() => Houses.OpenStore(folder, postgres);

    /// <summary>Begins to answer.</summary>
    protected void Open()
    {
        if (postgres is null)
        {
            SqliteTemplate.CopyTo(folder);
        }

        StartServer();
        Http = CreateClient();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        (string, string)[] store = postgres is null ? [("Sqlite__Folder", folder)] : [("ConnectionStrings__Postgres", postgres)];
        foreach (var (name, value) in (IEnumerable<(string, string)>)[("RateLimiting__Enabled", "false"), ("Logging__LogLevel__Default", "Warning"), .. store, .. settings])
        {
            builder.UseSetting(name.Replace("__", ":", StringComparison.Ordinal), value);
        }

        if (clock is not null)
        {
            builder.ConfigureTestServices(services => services.AddSingleton(clock));
        }
    }
}
