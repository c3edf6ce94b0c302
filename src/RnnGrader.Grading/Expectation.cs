using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading;

/// <summary>What a blank should hold according to one valuation, the reference's or the student's own.</summary>
internal sealed class Expectation
{
    private readonly Tensor? unrounded;

    private Expectation(Tensor value, Tensor? unrounded)
    {
        Value = value;
        this.unrounded = unrounded;
    }

    public Tensor Value { get; }

    public static Expectation Of(Quantity blank, Valuation values) => blank.Definition is Rounding rounding
        ? new(values.Compute(blank), rounding.Operand.Evaluate(values))
        : new(values.Compute(blank), null);

    /// <summary>
    /// Exactly the value; where the formula rounds, also the unrounded value or that value to more places (0.0297 for 3/101). Nothing else has a tolerance.
    /// </summary>
    public bool Accepts(int cell, Number given)
    {
        if (!Value[cell].HasValue)
        {
            return false;
        }

        return given == Value[cell] || (unrounded is not null && (given == unrounded[cell] || IsToMorePlaces(given, unrounded[cell], Value[cell])));
    }

    private static bool IsToMorePlaces(Number given, Number exact, Number rounded) =>
        given.DecimalPlaces is { } places && places > (rounded.DecimalPlaces ?? 0) && given == exact.Round(places);
}
