using System.Diagnostics;
using System.Net;
using System.Text;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

/// <summary>The packages are those of the lock files, and one with a known vulnerability fails the audit. Shown on a copy of one project, beside an answerer of our own that knows of vulnerabilities.</summary>
[Trait("slow", "yes")]
public sealed class PackageTests : IDisposable
{
    private const string Project = "src/RnnGrader.Storage/RnnGrader.Storage.csproj";
    private const string Lock = "src/RnnGrader.Storage/packages.lock.json";

    // Asked for by nobody of us, but by what we ask for.
    private const string FarDown = "SQLitePCLRaw.core";
    private readonly string folder = Directory.CreateTempSubdirectory("rnngrader-packages-").FullName;
    private readonly HttpListener answerer = new();

    public void Dispose()
    {
        answerer.Close();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_package_with_the_slightest_known_vulnerability_fails_the_audit_wherever_it_comes_from()
    {
        var (code, said) = await RestoreAsync("(, 100.0.0)");
        Assert.True(code != 0, said);
        Assert.Contains($"error NU1901: Warning As Error: Package '{FarDown}'", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_runs_the_service_is_told_of_a_vulnerability_and_can_run_it()
    {
        var (code, said) = await RestoreAsync("(, 100.0.0)", isAudit: false);
        Assert.True(code == 0, said);
        Assert.Contains($"warning NU1901: Package '{FarDown}'", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vulnerability_of_other_versions_is_none_of_ours()
    {
        var (code, said) = await RestoreAsync("(, 1.0.0)");
        Assert.True(code == 0, said);
        Assert.DoesNotContain("NU190", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_nobody_could_be_asked_fails_nothing_and_is_told()
    {
        var (code, said) = await RestoreAsync(versions: null);
        Assert.True(code == 0, said);
        Assert.Contains("warning NU1905", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"requested\": \"[10", "\"requested\": \"[9", "NU1004")]
    [InlineData("\"contentHash\": \"", "\"contentHash\": \"A", "NU1403")]
    public async Task A_package_other_than_the_locked_one_is_not_taken(string locked, string other, string error)
    {
        var (code, said) = await RestoreAsync(versions: null, text => text.Replace(locked, other, StringComparison.Ordinal));
        Assert.True(code != 0, said);
        Assert.Contains($"error {error}", said, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Said)> RestoreAsync(string? versions, Func<string, string>? change = null, bool isAudit = true)
    {
        var origin = Answer(versions);
        foreach (var file in new[] { "global.json", "Directory.Build.props", "Directory.Packages.props", "src/Directory.Build.props", Project, Lock })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.Copy(Path.Combine(Root(), file), Path.Combine(folder, file));
        }

        File.WriteAllText(Path.Combine(folder, Lock), (change ?? (text => text))(File.ReadAllText(Path.Combine(folder, Lock))));
        File.WriteAllText(Path.Combine(folder, "NuGet.config"), $"""
            <configuration>
              <auditSources><clear /><add key="ours" value="{origin}index.json" allowInsecureConnections="true" /></auditSources>
            </configuration>
            """);
        var start = new ProcessStartInfo("dotnet", ["restore", Project, "--locked-mode", $"-p:IsAudit={isAudit}", "-nodeReuse:false"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Else what another test was answered would be remembered, where the ports are the same.
            Environment = { ["NUGET_HTTP_CACHE_PATH"] = Path.Combine(folder, "answers") },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }

    // What a registry says of vulnerabilities, in the form of NuGet's VulnerabilityInfo; null: it has no such list.
    private string Answer(string? versions)
    {
        var origin = $"http://127.0.0.1:{PostgresCluster.FreePort()}/";
        answerer.Prefixes.Add(origin);
        answerer.Start();
        var answers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/index.json"] = $$"""{"version":"3.0.0","resources":[{{(versions is null ? "" : $$"""{"@id":"{{origin}}known.json","@type":"VulnerabilityInfo/6.7.0"}""")}}]}""",
            ["/known.json"] = $$"""[{"@name":"base","@id":"{{origin}}base.json","@updated":"2026-01-01T00:00:00Z"}]""",
            ["/base.json"] = $$"""{"{{FarDown.ToLowerInvariant()}}":[{"severity":0,"url":"https://example.org/advisory","versions":"{{versions}}"}]}""",
        };
        _ = Task.Run(async () =>
        {
            while (await answerer.GetContextAsync() is { } context)
            {
                var known = answers.TryGetValue(context.Request.Url!.AbsolutePath, out var answer);
                context.Response.StatusCode = known ? 200 : 404;
                context.Response.ContentType = "application/json";
                context.Response.Close(Encoding.UTF8.GetBytes(answer ?? ""), willBlock: false);
            }
        });
        return origin;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "RnnGrader.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
