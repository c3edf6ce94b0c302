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
        // A whole second: a clock that stands still must not be between two microseconds, of which one database keeps parts and the other none.
        service = new(
            houses.Folder(), await houses.MigratedAsync(Database.Postgres), DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()),
            ("Outbound__AllowPrivateNetworks", "true"), ("Deliveries__SettlingSeconds", "0"), ("Deliveries__PollSeconds", "0.05"));
        Administrator = service.Administrator;
    }

    /// <summary>Waits until nothing is on its way to another place and what is due has been looked for once more.</summary>
    public Task LookedAsync() => Service.LookedAsync();

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
        Pass(time);
        platform.ClockAhead = Service.Clock.GetUtcNow() - DateTimeOffset.UtcNow;
    }

    /// <summary>Lets time pass here.</summary>
    public void Pass(TimeSpan time) => Service.Clock.Advance(time);

    public async ValueTask DisposeAsync()
    {
        Administrator.Dispose();
        await Service.DisposeAsync();
    }
}
