using System.Globalization;
using System.Text;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace RnnGrader.Bench;

/// <summary>Runs <see cref="Micro"/> and writes a row an exercise.</summary>
internal static class MicroTable
{
    public static string Measure()
    {
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(150));
        // The log goes to standard error, so that standard output is the table alone.
        var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(new TextLogger(Console.Error)).WithOptions(ConfigOptions.DisableLogFile);
        var reports = BenchmarkRunner.Run<Micro>(config).Reports;
        var order = Micro.Slugs.ToList();
        var table = new StringBuilder("| exercise | draw µs | kB | grade, all right µs | kB | grade, half wrong µs | kB |\n|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var exercise in reports.GroupBy(report => (string)report.BenchmarkCase.Parameters[nameof(Micro.Slug)]).OrderBy(group => order.IndexOf(group.Key)))
        {
            table.Append(CultureInfo.InvariantCulture, $"| `{exercise.Key}` | {Cells(exercise, nameof(Micro.Draw))} | {Cells(exercise, nameof(Micro.GradeRight))} | {Cells(exercise, nameof(Micro.GradeHalfWrong))} |\n");
        }

        return table.ToString();
    }

    private static string Cells(IEnumerable<BenchmarkReport> reports, string method)
    {
        var report = reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
        var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase);
        return string.Create(CultureInfo.InvariantCulture, $"{report.ResultStatistics!.Median / 1000:F1} | {bytes / 1000.0:F1}");
    }
}
