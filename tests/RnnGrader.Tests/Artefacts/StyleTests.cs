namespace RnnGrader.Tests.Artefacts;

/// <summary>The one rule of .editorconfig that neither the build nor `dotnet format whitespace` looks at.</summary>
public sealed class StyleTests
{
    [Fact]
    public void Usings_stand_in_order_with_those_of_the_system_first()
    {
        var files = Repository.Sources();
        Assert.True(files.Length > 500, $"Only {files.Length} files were found.");
        Assert.All(files, file =>
        {
            var usings = Repository.Read(file).Split('\n').TakeWhile(line => !line.StartsWith("namespace ", StringComparison.Ordinal)).Where(IsPlain).ToList();
            Assert.Equal(InOrder(usings), usings);
        });
    }

    [Fact]
    public void An_order_that_is_wrong_is_seen() =>
        Assert.Equal(["using System.Text;", "using Abc;", "using Xunit;"], InOrder(["using Xunit;", "using Abc;", "using System.Text;"]));

    private static IEnumerable<string> InOrder(IEnumerable<string> usings) => usings
        .OrderBy(line => line.StartsWith("using System", StringComparison.Ordinal) ? 0 : 1).ThenBy(line => line.TrimEnd(';'), StringComparer.OrdinalIgnoreCase);

    // Neither a `using static` nor an alias, which come after them.
    private static bool IsPlain(string line) =>
        line.StartsWith("using ", StringComparison.Ordinal) && !line.StartsWith("using static ", StringComparison.Ordinal) && line.EndsWith(';') && line.IndexOfAny(['=', '(']) < 0;
}
