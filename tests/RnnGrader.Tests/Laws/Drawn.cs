using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises;

namespace RnnGrader.Tests.Laws;

/// <summary>The first 500 seeds of every exercise with its usual settings, drawn once for all laws.</summary>
internal static class Drawn
{
    public const int Seeds = 500;

    private static readonly Dictionary<string, Lazy<Worksheet[]>> Sheets = Catalogue.All.ToDictionary(
        exercise => exercise.Slug,
        exercise => new Lazy<Worksheet[]>(() => [.. Enumerable.Range(0, Seeds).Select(seed => exercise.Draw((ulong)seed, Settings.Default(exercise)))]));

    /// <summary>One case for each exercise, for <c>MemberData</c>.</summary>
    public static TheoryData<string> Exercises => [.. Catalogue.All.Select(exercise => exercise.Slug)];

    public static Worksheet[] Of(string slug) => Sheets[slug].Value;
}
