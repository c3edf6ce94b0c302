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
        var address = new Uri(settings.FirstOrDefault(setting => setting.Name == Address).Value ?? $"http://127.0.0.1:{PostgresCluster.FreePort()}");
        var log = new ConcurrentQueue<string>();
        var process = Launch(folder, postgres, [.. settings, (Address, address.ToString())], log);
        var service = new ServiceProcess(process, log, address);
        for (var wait = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            try
            {
                using var live = await service.Http.GetAsync("/health/live");
                if (live.StatusCode == HttpStatusCode.OK)
                {
                    return service;
                }
            }
            catch (HttpRequestException) when (!process.HasExited && wait.Elapsed < TimeSpan.FromMinutes(1))
            {
            }
        }
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string command, string folder, string? postgres)
    {
        var log = new ConcurrentQueue<string>();
        using var process = Launch(folder, postgres, [], log, command);
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
