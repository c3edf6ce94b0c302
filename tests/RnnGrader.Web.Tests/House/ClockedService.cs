using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RnnGrader.Storage;

namespace RnnGrader.Web.Tests.House;

/// <summary>The program on Postgres with a clock that the test sets. Nothing else of it is replaced.</summary>
public sealed class ClockedService : WebApplicationFactory<Program>
{
    private readonly string postgres;
    private readonly bool reachesThisMachine;

    /// <param name="postgres">Its database.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="reachesThisMachine">Whether platforms and webhooks may be on this machine.</param>
    public ClockedService(string postgres, DateTimeOffset now, bool reachesThisMachine = false)
    {
        this.postgres = postgres;
        this.reachesThisMachine = reachesThisMachine;
        Clock = new(now);
        UseKestrel(0);
    }

    public FakeTimeProvider Clock { get; }

    /// <summary>A client that may do everything.</summary>
    public HttpClient Administrator
    {
        get
        {
            StartServer();
            return CreateClient().With(Houses.AdministratorToken);
        }
    }

    /// <summary>Its store, past the service.</summary>
    public StoreContext Store() => Houses.OpenStore("", postgres);

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("ConnectionStrings:Postgres", postgres)
        .UseSetting("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken)
        .UseSetting("RateLimiting:Enabled", "false")
        .UseSetting("Outbound:AllowPrivateNetworks", reachesThisMachine ? "true" : "false")
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
}
