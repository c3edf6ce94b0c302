using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace RnnGrader.Web.Tests.House;

/// <summary>The real program in a process and a working folder of its own, reached over HTTP.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private const string Address = "ASPNETCORE_URLS";

    private readonly Process process;
    private readonly ConcurrentQueue<string> log;

    private ServiceProcess(Process process, ConcurrentQueue<string> log, Uri address)
    {
        this.process = process;
        this.log = log;
        Http = new HttpClient { BaseAddress = address };
    }

    public HttpClient Http { get; }

    public string Log => string.Join('\n', log);

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<ServiceProcess> StartAsync(string folder, string? postgres, params (string Name, string Value)[] settings)
    {
        // The system chooses a port that nobody has: one that was found free before may be another's by the time it is wanted.
        var log = new ConcurrentQueue<string>();
        var process = Launch(folder, postgres, [(Address, "http://127.0.0.1:0"), .. settings], log);
        var service = new ServiceProcess(process, log, await ListeningAsync(process, log));
        using var live = await service.Http.GetAsync("/health/live");
        return live.StatusCode == HttpStatusCode.OK ? service : throw new InvalidOperationException(service.Log);
    }

    /// <summary>Where it says that it listens.</summary>
    private static async Task<Uri> ListeningAsync(Process process, ConcurrentQueue<string> log)
    {
        const string said = "Now listening on: ";
        for (var wait = Stopwatch.StartNew(); !process.HasExited && wait.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(20))
        {
            if (log.FirstOrDefault(line => line.Contains(said, StringComparison.Ordinal)) is { } line)
            {
                return new(line[(line.IndexOf(said, StringComparison.Ordinal) + said.Length)..].Trim());
            }
        }

        process.Kill();
        throw new InvalidOperationException($"The service does not start: {string.Join('\n', log)}");
    }

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(string command, string folder, string? postgres) => RunAsync([command], folder, postgres);

    /// <summary>Runs a command with arguments to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string[] arguments, string folder, string? postgres, params (string Name, string Value)[] settings)
    {
        var log = new ConcurrentQueue<string>();
        using var process = Launch(folder, postgres, settings, log, arguments);
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Join('\n', log));
    }

    /// <summary>Ends it as `kill -9` does: nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
        Http.Dispose();
    }

    private static Process Launch(string folder, string? postgres, (string Name, string Value)[] settings, ConcurrentQueue<string> log, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "RnnGrader.Web.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Remove(Address);
        start.Environment["ConnectionStrings__Postgres"] = postgres;
        start.Environment["RateLimiting__Enabled"] = "false";
        start.Environment["DOTNET_TieredPGO"] = "0"; // none of them lives long enough for what is measured of it to pay
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
