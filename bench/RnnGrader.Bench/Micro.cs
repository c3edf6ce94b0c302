using BenchmarkDotNet.Attributes;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises;
using RnnGrader.Grading;

namespace RnnGrader.Bench;

/// <summary>What drawing an instance and grading an answer take, JSON not counted.</summary>
[MemoryDiagnoser]
public class Micro
{
    private Exercise exercise = null!;
    private Settings settings = null!;
    private Worksheet sheet = null!;
    private Answers right = null!;
    private Answers halfWrong = null!;
    private ulong seed;

    public static IEnumerable<string> Slugs => Catalogue.All.Select(exercise => exercise.Slug);

    [ParamsSource(nameof(Slugs))]
    public string Slug { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        exercise = Catalogue.Find(Slug)!;
        settings = Settings.Default(exercise);
        sheet = exercise.Draw(1, settings);
        right = Students.Right(sheet);
        halfWrong = Students.HalfWrong(sheet);
        if (Grader.Grade(sheet, right).Score != 1 || Grader.Grade(sheet, halfWrong).Score is not (> 0 and < 1))
        {
            throw new InvalidOperationException($"{Slug}: the students are not what they should be.");
        }
    }

    /// <summary>Another seed each time, as students come.</summary>
    [Benchmark]
    public Worksheet Draw() => exercise.Draw(seed++, settings);

    [Benchmark]
    public Grade GradeRight() => Grader.Grade(sheet, right);

    /// <summary>Half the cells of the first blank wrong, and the later ones worked out rightly from them.</summary>
    [Benchmark]
    public Grade GradeHalfWrong() => Grader.Grade(sheet, halfWrong);
}
