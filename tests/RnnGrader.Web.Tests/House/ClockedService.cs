using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RnnGrader.Web.Deliveries;

namespace RnnGrader.Web.Tests.House;

/// <summary>The program with a clock that the test sets. Nothing else of it is replaced.</summary>
public sealed class ClockedService : LocalService
{
    /// <param name="folder">Its working folder, where SQLite keeps its file.</param>
    /// <param name="postgres">Its database; null for SQLite.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="settings">Its settings, as they stand in the environment.</param>
    public ClockedService(string folder, string? postgres, DateTimeOffset now, params (string Name, string Value)[] settings)
        : this(folder, postgres, new FakeTimeProvider(now), settings)
    {
    }

    private ClockedService(string folder, string? postgres, FakeTimeProvider clock, (string Name, string Value)[] settings)
        : base(folder, postgres, clock, [("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken), .. settings]) => Clock = clock;

    public FakeTimeProvider Clock { get; }

    /// <summary>A client that may do everything.</summary>
    public HttpClient Administrator
    {
        get
        {
            Open();
            return Http.With(Houses.AdministratorToken);
        }
    }

    /// <summary>Waits until nothing is on its way to another place and what is due has been looked for once more, from beginning to end.</summary>
    public async Task LookedAsync()
    {
        var (job, lanes) = (Services.GetRequiredService<DeliveryJob>(), Services.GetRequiredService<Lanes>());
        for (var seen = job.Looks; job.Looks < seen + 2 || lanes.UnderWay > 0; await Task.Delay(10, TestContext.Current.CancellationToken))
        {
        }
    }
}
