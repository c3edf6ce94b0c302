using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips;

/// <summary>Where a slip was made, for the sentence about it.</summary>
/// <param name="Blank">The blank.</param>
/// <param name="Row">The cell's row.</param>
/// <param name="Column">The cell's column.</param>
/// <param name="Values">The student's own earlier values.</param>
/// <param name="Variant">What was made throughout the blank; null where it was one term alone.</param>
/// <param name="Term">The term, where it was one alone.</param>
public sealed record Scene(Quantity Blank, int Row, int Column, Valuation Values, SlipVariant? Variant, Term? Term = null)
{
    /// <summary>The cell of a given or an earlier vector in this row, with its number: <c>b_h[0] = −1</c>; of anything else its text.</summary>
    public string Cell(Formula? formula) => formula is Name name && Values.ShapeOf(name.Slot) is { IsMatrix: true, Columns: 1 } shape && Row < shape.Rows
        ? $"{name}[{Row.ToString(System.Globalization.CultureInfo.InvariantCulture)}] = {Text(Values[name.Slot][Row, 0])}"
        : $"{formula}";

    /// <summary>A number with a real minus sign.</summary>
    public static string Text(Number number) => number.ToString().Replace('-', '−');
}
