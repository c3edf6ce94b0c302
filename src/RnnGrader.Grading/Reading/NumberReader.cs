using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Reading;

/// <summary>Reads a number, <c>−1</c> or <c>1/4</c>; working that stands for its value, <c>1+3-1</c>; or working and the value meant, <c>1-3 → 0</c>.</summary>
internal static class NumberReader
{
    private static readonly string[] Becomes = ["->", "=>", "→", "⇒", "="];

    public static Reading Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Reading.Empty;
        }

        if (Number.TryParse(text, out var number))
        {
            return new(number);
        }

        var steps = text.Split(Becomes, StringSplitOptions.TrimEntries);
        if (steps.Any(step => step.Length == 0))
        {
            return Reading.Unreadable("Something is missing beside the = or the arrow: write the working before it and the value after it.");
        }

        // What stands last is the answer; what stands before it is working, and no harm is done if it can't be read ('h = 3').
        var answer = Evaluate(steps[^1]);
        return steps.Length == 1 || !answer.HasValue ? answer : answer with { Working = Evaluate(steps[0]).Working ?? answer.Working };
    }

    private static Reading Evaluate(string text)
    {
        if (!FormulaParser.TryParse(text, null, out var formula, out var problem))
        {
            return Reading.Unreadable(problem);
        }

        var value = formula.Evaluate(Valuation.Empty)[0];
        return value.HasValue ? new(value, Working: formula)
            : formula.Everything().OfType<Quotient>().Any(quotient => quotient.Divisor.Evaluate(Valuation.Empty)[0].IsZero) ? Reading.Unreadable("This divides by zero, which has no value.")
            : Reading.Unreadable("The numbers here are too large to be worked out.");
    }
}
