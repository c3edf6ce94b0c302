using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RnnGrader.Storage;

namespace RnnGrader.Web.Tests.House;

/// <summary>The program on a SQLite database of its own that says how it carries out what it is asked.</summary>
internal sealed class ExplainedService : WebApplicationFactory<Program>
{
    private readonly string folder;

    public ExplainedService(string folder)
    {
        this.folder = folder;
        UseKestrel(0);
    }

    public QueryPlans Plans { get; } = new();

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
        .UseSetting("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken)
        .UseSetting("RateLimiting:Enabled", "false")
        .ConfigureTestServices(services => services.ConfigureDbContext<SqliteContext>(options =>
            options.UseSqlite($"Data Source={Path.Combine(folder, "rnngrader.db")}").AddInterceptors(Plans)));
}
