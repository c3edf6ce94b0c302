using System.Diagnostics;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

/// <summary>docs/course.cs tells the story of a course through HTTP alone. It must be true.</summary>
[Trait("stage", "storm")]
public sealed class CourseStoryTests(Houses houses)
{
    private const int Students = 9;

    [Theory, OnEveryDatabase]
    public async Task The_story_of_a_course_runs_to_its_end(Database database)
    {
        var start = new ProcessStartInfo("dotnet", ["run", "docs/course.cs", "--", houses.Client(database).BaseAddress!.ToString(), Houses.AdministratorToken, $"{Students}"])
        {
            WorkingDirectory = Root(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var told = await output;
        Assert.True(process.ExitCode == 0, told + await error);
        Assert.Contains($"{Students * 20 * 2} submissions looked at", told, StringComparison.Ordinal);
        Assert.Contains("completed, goal 16", told, StringComparison.Ordinal);
        Assert.Contains("completed, goal 18", told, StringComparison.Ordinal);
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
