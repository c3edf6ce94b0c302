using RnnGrader.Exercises;
using RnnGrader.Web.Instances;

namespace RnnGrader.Web.Exercises;

/// <summary>An exercise with what a draw of it can be given.</summary>
/// <param name="Number">Its number in the workbook.</param>
/// <param name="Slug">Its name in addresses and requests.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Level">How hard it is.</param>
/// <param name="Version">Raised when the same seed draws something else.</param>
/// <param name="Summary">What it is about, in a sentence.</param>
/// <param name="Parameters">What a draw can be given.</param>
/// <param name="Blanks">What is to be filled in, in a usual draw.</param>
internal sealed record ExerciseDetail(
    int Number, string Slug, string Title, Level Level, int Version, string Summary, IReadOnlyList<ParameterAnswer> Parameters, IReadOnlyList<BlankAnswer> Blanks)
{
    public static ExerciseDetail Of(Exercise exercise) => new(
        exercise.Number, exercise.Slug, exercise.Title, exercise.Level, exercise.Version, exercise.Summary,
        [.. exercise.Parameters.Select(ParameterAnswer.Of)], [.. exercise.Blanks.Select(BlankAnswer.Of)]);
}
