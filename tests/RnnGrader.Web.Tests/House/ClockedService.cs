using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace RnnGrader.Web.Tests.House;

/// <summary>The program on Postgres with a clock that the test sets. Nothing else of it is replaced.</summary>
public sealed class ClockedService : WebApplicationFactory<Program>
{
    private readonly string postgres;

    public ClockedService(string postgres, DateTimeOffset now)
    {
        this.postgres = postgres;
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

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("ConnectionStrings:Postgres", postgres)
        .UseSetting("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken)
        .UseSetting("RateLimiting:Enabled", "false")
        .UseSetting("Outbound:AllowPrivateNetworks", "true")
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
}
