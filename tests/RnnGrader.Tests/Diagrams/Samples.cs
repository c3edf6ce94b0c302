using System.Text.Json;
using RnnGrader.Diagrams;
using RnnGrader.Engine;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises;
using RnnGrader.Tests.Laws;

namespace RnnGrader.Tests.Diagrams;

/// <summary>The worksheets that are drawn in the laws: fifty usual ones, and those with the fewest and the most units and steps.</summary>
internal static class Samples
{
    private static readonly bool[] Ends = [false, true];

    private static readonly Dictionary<string, Lazy<Worksheet[]>> Sheets = Catalogue.All.ToDictionary(
        exercise => exercise.Slug,
        exercise => new Lazy<Worksheet[]>(() => [.. Drawn.Of(exercise.Slug).Take(50), .. AtBounds(exercise)]));

    public static TheoryData<string, DiagramView> Views
    {
        get
        {
            var views = new TheoryData<string, DiagramView>();
            foreach (var exercise in Catalogue.All)
            {
                views.Add(exercise.Slug, DiagramView.Matrix);
                views.Add(exercise.Slug, DiagramView.Graph);
            }

            return views;
        }
    }

    public static Worksheet[] Of(string slug) => Sheets[slug].Value;

    private static IEnumerable<Worksheet> AtBounds(Exercise exercise) =>
        from greatest in Ends
        from seed in Enumerable.Range(0, 2)
        select exercise.Draw((ulong)seed, Settings.Read(exercise, Bounds(exercise, greatest), new Problems())!);

    private static JsonElement Bounds(Exercise exercise, bool greatest) => JsonSerializer.SerializeToElement(exercise.Parameters
        .Where(parameter => parameter.Choices is null && parameter != Parameter.Density && parameter != Parameter.LargestWeight)
        .ToDictionary(parameter => parameter.Name, parameter => greatest ? parameter.Maximum : parameter.Minimum));
}
