namespace RnnGrader.Web.Demo;

/// <summary>Makes the demo course while pages say how far it is. The embedded default has one process, so what it knows is kept in memory.</summary>
internal sealed partial class DemoMaking(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<DemoMaking> log)
{
    private readonly Lock gate = new();
    private volatile int done;
    private Task<bool>? making;

    /// <summary>How many students have done their work.</summary>
    public int Done => done;

    public bool IsUnderWay => making is { IsCompleted: false };

    public bool HasFailed => making is { IsCompletedSuccessfully: true, Result: false };

    /// <summary>Whether it was found or made whole since the program started.</summary>
    public bool IsReady => making is { IsCompletedSuccessfully: true, Result: true };

    /// <summary>Makes what is not there yet. Where that is under way or done, there is nothing to begin.</summary>
    /// <returns>Whether it became whole.</returns>
    public Task<bool> BeginAsync()
    {
        lock (gate)
        {
            return making is null || HasFailed ? making = Task.Run(MakeAsync) : making;
        }
    }

    private async Task<bool> MakeAsync()
    {
        done = 0;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DemoCourse>().MakeAsync(null, lifetime.ApplicationStopping, students => done = students);
            return true;
        }
        catch (Exception error)
        {
            LogFailure(log, error);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo course was not made whole; it is gone on with when it is asked for again")]
    private static partial void LogFailure(ILogger logger, Exception error);
}
