namespace RnnGrader.Tests.Artefacts;

/// <summary>The generated files of the repository. <c>RNNGRADER_UPDATE=1</c> writes them; else the tests hold them to the code.</summary>
internal static class Repository
{
    private static readonly bool Updates = Environment.GetEnvironmentVariable("RNNGRADER_UPDATE") == "1";

    private static readonly string Root = Find();

    /// <summary>The file must have this content; where it has not, it says how to make it so. What is kept for good is written once and never over.</summary>
    public static void Holds(string path, string content, bool forGood = false)
    {
        var file = Path.Combine(Root, path);
        if (Updates && !(forGood && File.Exists(file)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
        }

        Assert.True(File.Exists(file), $"{path} is missing. {Remedy}");
        Assert.True(content == File.ReadAllText(file), $"{path} is not what the code gives now. {(forGood ? "Raise the version. " : "")}{Remedy}");
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The paths below a folder of files that end like this.</summary>
    public static string[] Files(string folder, string ending) =>
        [.. Directory.GetFiles(Path.Combine(Root, folder), $"*{ending}").Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)];

    /// <summary>The paths of all source files, without what the build makes.</summary>
    public static string[] Sources() =>
        [.. Directory.GetFiles(Root, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !file.Split('/').Any(part => part is "obj" or "bin")).Order(StringComparer.Ordinal)];

    private const string Remedy = "After a change that is meant, run: RNNGRADER_UPDATE=1 dotnet test --project tests/RnnGrader.Tests";

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "RnnGrader.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must run inside the repository.");
        }

        return folder.FullName;
    }
}
