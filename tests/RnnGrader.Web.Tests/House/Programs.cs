using System.Diagnostics;

namespace RnnGrader.Web.Tests.House;

internal static class Programs
{
    /// <summary>A program of the Postgres server, which Debian keeps off the PATH.</summary>
    public static string Postgres(string program) =>
        Directory.Exists("/usr/lib/postgresql")
            && Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin", program)).Where(File.Exists).Max() is { } found
            ? found
            : throw new FileNotFoundException($"Postgres' {program} is not installed. ./test.sh installs it.");

    /// <summary>Runs to the end; what goes wrong is in the exception.</summary>
    public static async Task RunAsync(string program, IEnumerable<string> arguments, string folder = "/")
    {
        // Written to a file: a server started by the program keeps its pipes open, and reading them would not end.
        var output = Path.GetTempFileName();
        var start = new ProcessStartInfo("/bin/sh", ["-c", "out=$0; exec \"$@\" >$out 2>&1 </dev/null", output, program, .. arguments]) { WorkingDirectory = folder };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        var said = await File.ReadAllTextAsync(output);
        File.Delete(output);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {said}");
        }
    }
}
