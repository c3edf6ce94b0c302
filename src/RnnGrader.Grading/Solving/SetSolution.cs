using RnnGrader.Engine.Structures;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Solving;

/// <summary>What a set consists of, said in as few components as possible, and why.</summary>
internal static class SetSolution
{
    public static SolvedBlank Of(Difference difference)
    {
        var lacking = Lacking(difference);
        var rest = difference.Reference.Except(lacking.SelectMany(layer => difference.Imply(layer)!)).Select(difference.NameOf).ToArray();
        var words = new List<string>();
        if (lacking.Count > 0)
        {
            words.Add($"The {difference.Without} has no {Join(lacking)}, so {(lacking.Count == 1 ? "it goes" : "they go")} with every link into or out of {(lacking.Count == 1 ? "it" : "them")}{Matrices(difference, lacking)}.");
        }

        if (rest.Length > 0)
        {
            words.Add($"The {difference.Of} has {Join(rest)}, which the {difference.Without} has not.");
        }

        string[] components = [.. lacking, .. rest];
        return new(difference.Blank, difference.Kind, null, null, string.Join(' ', words), null, components, []);
    }

    /// <summary>1: what to compare; 2: how many there are to find; 3: in which matrices they are.</summary>
    public static string Hint(Difference difference, int level) => level switch
    {
        1 => $"Compare the {difference.Of} with the {difference.Without}, one {(difference.Selection == Selection.Links ? "link" : "vector")} at a time: what does the first have that the second has not?",
        2 => $"Between them there are {difference.Reference.Count} {(difference.Selection == Selection.Links ? "links" : "units, links and biases")} to find; a unit takes its links with it.",
        _ => $"Look at what leads into {Join([.. Targets(difference)])}.",
    };

    // Whole vectors that the second network does not have.
    private static List<string> Lacking(Difference difference)
    {
        var others = new Network(difference.Networks[difference.Without]).Layers.Select(layer => layer.Name).ToHashSet(StringComparer.Ordinal);
        return difference.Selection == Selection.Links
            ? []
            : [.. new Network(difference.Networks[difference.Of]).Layers.Select(layer => layer.Name).Where(name => !others.Contains(name))];
    }

    private static string Matrices(Difference difference, List<string> lacking)
    {
        var gone = lacking.SelectMany(layer => difference.Imply(layer)!).ToHashSet(StringComparer.Ordinal);
        var whole = new Network(difference.Networks[difference.Of]).Links.GroupBy(link => link.Matrix).Where(matrix => matrix.All(link => gone.Contains(link.Id))).Select(matrix => matrix.Key).ToArray();
        return whole.Length == 0 ? "" : $", all of {Join(whole)}";
    }

    private static IEnumerable<string> Targets(Difference difference) =>
        difference.Reference.Where(atom => atom.Contains("->", StringComparison.Ordinal)).Select(atom => atom.Split("->")[1]).Select(unit => unit[..unit.LastIndexOf('[')]).Distinct();

    private static string Join(IReadOnlyList<string> names) => names.Count switch
    {
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
    };
}
