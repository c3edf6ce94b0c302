using System.Text.Json.Serialization;

namespace RnnGrader.Web.Requests;

/// <summary>A part of a list.</summary>
/// <param name="Items">What is in it.</param>
/// <param name="Next">`cursor` of the page after it; null at the end.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next)
{
    public Page<TResult> Select<TResult>(Func<T, TResult> answer) => new([.. Items.Select(answer)], Next);
}
