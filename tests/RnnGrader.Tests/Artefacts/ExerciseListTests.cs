using RnnGrader.Diagrams;
using RnnGrader.Exercises;

namespace RnnGrader.Tests.Artefacts;

/// <summary>docs/exercises.md and its pictures are what the catalogue gives.</summary>
public sealed class ExerciseListTests
{
    private const ulong Seed = 1;

    [Fact]
    public void The_exercise_list_is_generated_from_the_catalogue() =>
        Repository.Holds("docs/exercises.md", ExerciseList.Write(Seed));

    [Fact]
    public void The_pictures_of_the_exercise_list_are_what_is_drawn_now()
    {
        foreach (var exercise in Catalogue.All)
        {
            var sheet = exercise.Draw(Seed, Settings.Default(exercise));
            Repository.Holds($"docs/exercises/{exercise.Slug}-matrix.svg", Diagram.Svg(sheet, DiagramView.Matrix));
            Repository.Holds($"docs/exercises/{exercise.Slug}-graph.svg", Diagram.Svg(sheet, DiagramView.Graph));
        }
    }

    [Fact]
    public void There_are_pictures_of_no_other_exercises() => Assert.Equal(2 * Catalogue.All.Count, Repository.Files("docs/exercises", ".svg").Length);
}
