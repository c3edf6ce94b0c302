using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Solving;

/// <summary>The worked solution of a worksheet, read off its formulas: nobody wrote it for the exercise.</summary>
public static class Solutions
{
    /// <summary>Every blank, worked out.</summary>
    public static IReadOnlyList<SolvedBlank> Of(Worksheet sheet) => sheet.Difference is { } difference
        ? [SetSolution.Of(difference)]
        : [.. sheet.Quantities.Where(quantity => quantity.IsBlank).Select(quantity => Solve(sheet, quantity))];

    private static SolvedBlank Solve(Worksheet sheet, Quantity blank)
    {
        var value = sheet.Reference[blank.Name.Slot];
        var form = sheet.Blanks.First(known => known.Name == blank.Name.Text);
        if (blank.Definition is SizeOf size)
        {
            return SizeSolution.Of(sheet, form, size.Tensor, value);
        }

        var cells = Enumerable.Range(0, value.Cells.Length).Select(cell => CellSolution.Of(sheet, blank, cell / value.Columns, cell % value.Columns)).ToArray();
        return new(
            form.Name,
            form.Kind,
            $"{blank.Name} = {blank.Definition}",
            MathMl.Solution(sheet, blank),
            $"{blank.Name} is {blank.Definition}, worked out cell by cell.",
            [.. Enumerable.Range(0, value.Rows).Select(row => Enumerable.Range(0, value.Columns).Select(column => CellValue.Of(value[row, column])).ToArray())],
            null,
            cells);
    }
}
