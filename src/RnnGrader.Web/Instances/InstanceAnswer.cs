using System.Text.Json.Serialization;

namespace RnnGrader.Web.Instances;

/// <summary>A drawn exercise, as a student sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Exercise">Slug of the exercise.</param>
/// <param name="Version">Version of the exercise that drew it.</param>
/// <param name="Seed">What it was drawn from; null where the givens were set by hand, and for a student's own numbers, which nobody else is to draw.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Level">How hard it is: `beginner`, `intermediate`, `advanced` or `expert`.</param>
/// <param name="Prompt">What is to be done.</param>
/// <param name="Effort">How much there is to work out: the terms that are not zero, the sizes and the components to choose.</param>
/// <param name="Givens">The numbers it starts from.</param>
/// <param name="Formulas">What is to be calculated, in the textbook's letters.</param>
/// <param name="Blanks">What is to be filled in.</param>
/// <param name="Components">What can be crossed out or linked; empty for exercises of numbers.</param>
internal sealed record InstanceAnswer(
    string Id, string Exercise, int Version, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? Seed, string Title, string Level, string Prompt, int Effort,
    IReadOnlyList<GivenAnswer> Givens, IReadOnlyList<string> Formulas, IReadOnlyList<BlankAnswer> Blanks, IReadOnlyList<ComponentAnswer> Components)
{
    public static InstanceAnswer Of(DrawnInstance drawn, bool forStaff = false)
    {
        var (row, sheet) = drawn;
        return new(
            Requests.Ids.Write(row.Id), row.Exercise, row.Version, row.PersonId is null || forStaff ? row.Seed : null, row.Title, row.Level, sheet.Prompt, Engine.Worksheets.Effort.Of(sheet),
            [.. sheet.VisibleGivens.Select(GivenAnswer.Of)], [.. sheet.PrintedFormulas], [.. sheet.Blanks.Select(BlankAnswer.Of)],
            [.. sheet.Components.Select(ComponentAnswer.Of)]);
    }
}
