using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Solving;

/// <summary>
/// Hints in three levels, read off the formula. None says the cell's value, nor that of a cell that is still to be worked out: such a value is
/// written by its name.
/// </summary>
public static class Hints
{
    public const int Levels = 3;

    private const string Gap = "_";

    /// <summary>The hint for a cell; null where the worksheet has no such cell. A set has none: its hints are those of the whole, row and column 0.</summary>
    public static Hint? Of(Worksheet sheet, string blank, int row, int column, int level)
    {
        if (sheet.Difference is { } difference)
        {
            return blank == difference.Blank && (row, column) == (0, 0) ? new(level, SetSolution.Hint(difference, level), null) : null;
        }

        if (sheet.Find(blank) is not { IsBlank: true } quantity || sheet.Blanks.First(known => known.Name == blank) is not { } form || row >= form.Rows || column >= form.Columns)
        {
            return null;
        }

        if (quantity.Definition is SizeOf size)
        {
            return new(level, SizeSolution.Hint(sheet, size.Tensor, level), null);
        }

        return level == 1
            ? new(1, $"{blank} = {quantity.Definition}", MathMl.Equation(quantity))
            : new(level, $"{Cell(form, row, column)} = {Apply(quantity.Definition!, Written(sheet, quantity, row, column, level))}", null);
    }

    private static string Cell(Blank blank, int row, int column) => blank switch
    {
        { Rows: 1, Columns: 1 } => blank.Name,
        { Columns: 1 } => $"{blank.Name}[{row}]",
        _ => $"{blank.Name}[{row},{column}]",
    };

    private static string Written(Worksheet sheet, Quantity quantity, int row, int column, int level)
    {
        var core = quantity.Definition!.Core;
        if (core is Lookup lookup)
        {
            return level == 2
                ? $"the value below {Gap} in {lookup.Table}"
                : $"the value below {new Writer(sheet, showsAnswers: false).Cell(lookup.Operand, row, column)} in {lookup.Table}";
        }

        var terms = new Writer(sheet, showsAnswers: false).Terms(core, row, column);
        return WrittenTerm.Join(level == 2 ? [.. terms.Select(WithGap)] : terms);
    }

    // Weights are read off a matrix row; what they are multiplied with is what one has to find.
    private static WrittenTerm WithGap(WrittenTerm term) => term.Sign.Length == 0 ? term with { Left = Gap } : term with { Right = Gap };

    private static string Apply(Formula formula, string inner) => formula switch
    {
        Activation activation => $"{activation.Word}({Apply(activation.Operand, inner)})",
        Rounding rounding => $"round({Apply(rounding.Operand, inner)}, {rounding.Places})",
        _ => inner,
    };
}
