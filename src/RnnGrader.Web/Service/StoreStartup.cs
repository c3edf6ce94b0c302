using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Service;

/// <summary>Which store, and whether its tables are there.</summary>
internal static partial class StoreStartup
{
    public const string HowToMigrate = "The database is not up to date. Run `RnnGrader.Web migrate` with the same ConnectionStrings__Postgres.";

    public static void AddRnnGraderStore(this WebApplicationBuilder builder) => builder.Services.AddStore(
        builder.Configuration.GetConnectionString("Postgres"),
        Path.Combine(builder.Configuration["Sqlite:Folder"] ?? Directory.GetCurrentDirectory(), "data"));

    /// <summary>Brings the database up to date. Safe to repeat, and from several places at once: EF takes a lock.</summary>
    /// <returns>The program's exit code.</returns>
    public static async Task<int> MigrateAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<StoreContext>();
        try
        {
            await store.MigrateAloneAsync();
            LogMigrated(app.Logger, store.Database.ProviderName);
            return 0;
        }
        catch (Exception error) when (StoreErrors.IsUnavailable(error))
        {
            await Console.Error.WriteLineAsync($"The database can't be migrated: {error.GetBaseException().Message}");
            return 1;
        }
    }

    /// <summary>SQLite is migrated at start. Postgres, which others may be using, only when asked to: here it is looked at, and missing tables are told.</summary>
    public static async Task PrepareStoreAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<StoreContext>();
        if (store.Database.IsSqlite())
        {
            await store.MigrateAloneAsync();
            if (!await store.Courses.AnyAsync(CancellationToken.None))
            {
                LogOffer(app.Logger);
            }

            return;
        }

        try
        {
            if ((await store.Database.GetPendingMigrationsAsync(CancellationToken.None)).Any())
            {
                LogUnmigrated(app.Logger, HowToMigrate);
            }
        }
        catch (Exception error) when (StoreErrors.IsUnavailable(error))
        {
            LogUnreachable(app.Logger, error.GetBaseException().Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database is up to date ({Provider})")]
    static partial void LogMigrated(ILogger logger, string? provider);

    [LoggerMessage(Level = LogLevel.Information, Message = "There is no course yet. `dotnet run --project src/RnnGrader.Web demo`, in this folder, makes one to look around in")]
    static partial void LogOffer(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Hint}")]
    static partial void LogUnmigrated(ILogger logger, string hint);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database can't be reached yet: {Reason}. Requests are answered 503 until it can")]
    static partial void LogUnreachable(ILogger logger, string reason);
}
