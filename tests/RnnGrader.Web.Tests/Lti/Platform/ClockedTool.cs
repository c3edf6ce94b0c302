using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Lti.Platform;

/// <summary>One tool for the tests of a class, with a clock that they set. It only ever goes on.</summary>
public sealed class ClockedTool(Houses houses) : IAsyncLifetime
{
    private ClockedService? service;

    public HttpClient Administrator { get; private set; } = null!;

    public DateTime Now => Service.Clock.GetUtcNow().UtcDateTime;

    private ClockedService Service => service!;

    public async ValueTask InitializeAsync()
    {
        service = new(await houses.MigratedAsync(Database.Postgres) ?? "", DateTimeOffset.UtcNow, reachesThisMachine: true);
        Administrator = service.Administrator;
    }

    /// <summary>Its store, past the service.</summary>
    public Storage.StoreContext Store() => Service.Store();

    /// <summary>A platform that it knows, whose clock is right.</summary>
    internal async Task<TestPlatform> PlatformAsync()
    {
        var platform = await TestPlatform.StartAsync(Administrator.BaseAddress!.ToString());
        await platform.RegisterAsync(Administrator);
        Pass(platform, TimeSpan.Zero);
        return platform;
    }

    /// <summary>Lets time pass here and at the platform.</summary>
    internal void Pass(TestPlatform platform, TimeSpan time)
    {
        Service.Clock.Advance(time);
        platform.ClockAhead = Service.Clock.GetUtcNow() - DateTimeOffset.UtcNow;
    }

    public async ValueTask DisposeAsync()
    {
        Administrator.Dispose();
        await Service.DisposeAsync();
    }
}
