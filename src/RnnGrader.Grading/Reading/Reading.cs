using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;

namespace RnnGrader.Grading.Reading;

/// <summary>What a cell was read as: nothing, a number, a size, or why it can't be read.</summary>
/// <param name="Value">The number, or the rows of a size; no value where there is none.</param>
/// <param name="Columns">The columns of a size.</param>
/// <param name="Working">The arithmetic that the student typed, where it is more than a number.</param>
/// <param name="Problem">Why it can't be read, in a sentence that says what to change.</param>
internal readonly record struct Reading(Number Value, Number Columns = default, Formula? Working = null, string? Problem = null)
{
    public static Reading Empty { get; } = new(Number.NoValue);

    public bool HasValue => Value.HasValue;

    public static Reading Unreadable(string problem) => new(Number.NoValue, Problem: problem);
}
