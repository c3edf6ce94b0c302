using RnnGrader.Exercises;
using RnnGrader.Web.Assignments;
using RnnGrader.Web.Pages;

namespace RnnGrader.Web.Lti.DeepLinking;

/// <summary>What an instructor chose to link.</summary>
/// <param name="Choices">Ids of assignments, <see cref="New"/>, <see cref="Each"/>.</param>
/// <param name="Title">Title of a new assignment.</param>
/// <param name="Exercises">Exercises of what is new.</param>
/// <param name="IsCancelled">Whether nothing is to be linked after all.</param>
internal sealed record PickerForm(IReadOnlyList<string> Choices, string Title, IReadOnlyList<Exercise> Exercises, bool IsCancelled)
{
    /// <summary>One new assignment of the exercises.</summary>
    public const string New = "new";

    /// <summary>A new assignment for each of them.</summary>
    public const string Each = "each";

    public const int MaxTitle = 200;

    public static readonly PickerForm Empty = new([], "", [], false);

    public static PickerForm Read(IFormCollection form) => new(
        [.. form["assignment"].OfType<string>().Distinct()], form["title"].ToString().Trim(),
        [.. form["exercise"].OfType<string>().Distinct().Select(Catalogue.Find).OfType<Exercise>()], form.ContainsKey("cancel"));

    /// <summary>The assignments to make, and what has to be changed first. They are published: whoever links them means them to be worked on.</summary>
    public IReadOnlyList<AssignmentRequest> ToMake(List<string> problems)
    {
        var (one, each) = (Choices.Contains(New), Choices.Contains(Each));
        if (one && Title.Length is < 1 or > MaxTitle)
        {
            problems.Add(Texts.PickNeedsTitle);
        }

        if ((one || each) && Exercises.Count == 0)
        {
            problems.Add(Texts.PickNeedsExercise);
        }

        return [.. one ? [Of(Title, Exercises)] : Array.Empty<AssignmentRequest>(), .. each ? Exercises.Select(exercise => Of(exercise.Title, [exercise])) : []];
    }

    private static AssignmentRequest Of(string title, IEnumerable<Exercise> exercises) =>
        new(title, null, null, null, null, null, null, true, false, [.. exercises.Select(exercise => new ItemRequest(null, exercise.Slug, null, null, null, null, null))]);
}
