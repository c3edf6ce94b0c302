using RnnGrader.Exercises;

namespace RnnGrader.Web.Exercises;

/// <summary>An exercise of the catalogue.</summary>
/// <param name="Number">Its number in the workbook.</param>
/// <param name="Slug">Its name in addresses and requests.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Level">How hard it is.</param>
/// <param name="Version">Raised when the same seed draws something else.</param>
/// <param name="Summary">What it is about, in a sentence.</param>
internal sealed record ExerciseSummary(int Number, string Slug, string Title, Level Level, int Version, string Summary)
{
    public static ExerciseSummary Of(Exercise exercise) =>
        new(exercise.Number, exercise.Slug, exercise.Title, exercise.Level, exercise.Version, exercise.Summary);
}
