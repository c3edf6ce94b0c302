using System.Text.Json.Serialization;

namespace RnnGrader.Web.Gradebook;

/// <summary>A part of a gradebook.</summary>
/// <param name="Items">A row for each student, by name.</param>
/// <param name="Next">`cursor` of the page after it; null at the end.</param>
/// <param name="Columns">A column for each item, in the assignment's order.</param>
internal sealed record GradebookPage(
    IReadOnlyList<GradebookRow> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next, IReadOnlyList<GradebookColumn> Columns);
