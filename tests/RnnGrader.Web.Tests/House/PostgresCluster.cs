using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace RnnGrader.Web.Tests.House;

/// <summary>A Postgres server of our own in a temporary folder, on loopback. Its programs refuse to run as root and are then run as user postgres.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<int, bool> Given = [];
    private readonly string folder = Directory.CreateTempSubdirectory("rnngrader-pg-").FullName;
    private readonly int port = FreePort();

    private readonly string durability;

    private PostgresCluster(bool isDurable) => durability = isDurable ? "" : " -c fsync=off -c full_page_writes=off";

    /// <param name="isDurable">Whether commits wait for the disk. Only a machine that loses its power can tell the difference: a program that is killed loses nothing either way.</param>
    public static async Task<PostgresCluster> StartNewAsync(bool isDurable = true)
    {
        var cluster = new PostgresCluster(isDurable);
        if (Environment.IsPrivilegedProcess)
        {
            await Programs.RunAsync("chown", ["postgres", cluster.folder]);
        }

        await cluster.RunAsync("initdb", "-D", cluster.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await cluster.StartAsync();
        return cluster;
    }

    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={port};Username=postgres;Database={database}";

    public Task StartAsync() => RunAsync(
        "pg_ctl", "-D", Data, "-l", Path.Combine(folder, "log"), "-w", "-o", $"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c max_connections=300{durability}", "start");

    public Task StopAsync() => RunAsync("pg_ctl", "-D", Data, "-m", "fast", "-w", "stop");

    public async ValueTask DisposeAsync()
    {
        await RunAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private string Data => Path.Combine(folder, "data");

    // The server outlives pg_ctl and must not hold a pipe that is read to its end.
    private Task RunAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? Programs.RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", Programs.Postgres(program), .. arguments], folder)
        : Programs.RunAsync(Programs.Postgres(program), arguments, folder);

    /// <summary>A port that nobody listens on and that was given to nobody before: a platform is known to the service by its address, and a second one must not be taken for it.</summary>
    public static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (Given.TryAdd(port, true))
            {
                return port;
            }
        }
    }
}
