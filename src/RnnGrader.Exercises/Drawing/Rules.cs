using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Exercises.Drawing;

/// <summary>What an instance must be like to be worked out with a pencil (the workbook's last section). An instance that breaks one is not handed out.</summary>
/// <remarks>That a cell has at most six terms is not checked here: <see cref="Draw"/> draws no weights that could give it more.</remarks>
internal static class Rules
{
    public static bool Hold(Worksheet sheet)
    {
        foreach (var quantity in sheet.Quantities)
        {
            if (!Holds(sheet, quantity))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether some unit before its ReLU is negative.</summary>
    public static bool SomeUnitIsClipped(Worksheet sheet)
    {
        foreach (var quantity in sheet.Quantities)
        {
            if (quantity is { IsSymbolic: false, Definition: Activation { Kind: ActivationKind.ReLU } relu })
            {
                foreach (var cell in relu.Operand.Evaluate(sheet.Reference).Cells)
                {
                    if (cell.IsNegative)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool Holds(Worksheet sheet, Quantity quantity)
    {
        if (quantity.IsSymbolic || quantity.Shape.Kind != ShapeKind.Matrix)
        {
            return true;
        }

        var value = sheet.Reference[quantity.Name.Slot];
        return quantity switch
        {
            { Given: not null } => quantity.Role != Role.Input || SomeCellIsNotZero(value),
            { Role: Role.State } => Within(value, 0, 99) && SomeCellIsNotZero(value),
            { Role: Role.Output } => Within(value, -99, 99) && SomeCellIsNotZero(value),
            _ => SomeCellIsNotZero(value),
        };
    }

    private static bool Within(Tensor tensor, int least, int most)
    {
        foreach (var cell in tensor.Cells)
        {
            if (cell < least || cell > most)
            {
                return false;
            }
        }

        return true;
    }

    private static bool SomeCellIsNotZero(Tensor tensor)
    {
        foreach (var cell in tensor.Cells)
        {
            if (!cell.IsZero)
            {
                return true;
            }
        }

        return false;
    }
}
