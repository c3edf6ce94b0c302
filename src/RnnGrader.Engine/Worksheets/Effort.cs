using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;

namespace RnnGrader.Engine.Worksheets;

/// <summary>What a worksheet costs a student: the number of terms that are not zero and have to be worked out.</summary>
public static class Effort
{
    [ThreadStatic]
    private static List<Term>? scratch;

    /// <summary>Over all cells of all blanks; to choose a component is one thing to work out.</summary>
    public static int Of(Worksheet sheet)
    {
        var effort = sheet.Difference?.Reference.Count ?? 0;
        foreach (var quantity in sheet.Quantities)
        {
            if (quantity.IsBlank)
            {
                effort += OfBlank(sheet, quantity);
            }
        }

        return effort;
    }

    /// <summary>For one cell of a computed tensor.</summary>
    public static int OfCell(Worksheet sheet, Quantity quantity, int row, int column)
    {
        var terms = scratch ??= [];
        terms.Clear();
        quantity.Definition!.Core.Terms(sheet.Reference, row, column, false, terms);
        var effort = 0;
        foreach (var term in terms)
        {
            effort += term.IsZero ? 0 : 1;
        }

        return effort;
    }

    private static int OfBlank(Worksheet sheet, Quantity quantity)
    {
        // A size is one thing to work out, however it is written.
        if (quantity.Shape.Kind == ShapeKind.Size)
        {
            return 1;
        }

        var effort = 0;
        for (var cell = 0; cell < quantity.Shape.Cells; cell++)
        {
            effort += OfCell(sheet, quantity, cell / quantity.Shape.Columns, cell % quantity.Shape.Columns);
        }

        return effort;
    }
}
