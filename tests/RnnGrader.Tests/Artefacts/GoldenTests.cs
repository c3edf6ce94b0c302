using System.Text.Json;
using System.Text.Json.Nodes;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises;
using RnnGrader.Tests.Laws;

namespace RnnGrader.Tests.Artefacts;

/// <summary>What the first seeds of each exercise's version draw is written down: who changes it must raise the version.</summary>
public sealed class GoldenTests
{
    private const int Seeds = 5;
    private const string Folder = "tests/RnnGrader.Tests/golden";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = false, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory, MemberData(nameof(Drawn.Exercises), MemberType = typeof(Drawn))]
    public void A_seed_draws_what_it_drew_when_the_version_was_new(string slug)
    {
        var exercise = Catalogue.Find(slug)!;
        Repository.Holds(PathOf(exercise), Golden(exercise), forGood: true);
    }

    private static string PathOf(Exercise exercise) => $"{Folder}/{exercise.Slug}-v{exercise.Version}.json";

    // One worksheet a line, so that a difference names its seed.
    private static string Golden(Exercise exercise) =>
        $"[\n{string.Join(",\n", Enumerable.Range(0, Seeds).Select(seed => JsonNode.Parse(WorksheetJson.Write(exercise.Draw((ulong)seed, Settings.Default(exercise))))!.ToJsonString(Readable)))}\n]\n";
}
